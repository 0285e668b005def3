"""Who is asking: workstations by their key, persons by their card.

Map:
    codes            enrolment codes: twelve characters, fifteen minutes, single use
    workstations     enrolment with a code, ``private_key_jwt``
    workstation_ca   certificates for the workstations' keys
    nonces, spent    the server's nonces; values that count once
    proofs, known_keys   DPoP (RFC 9449); keys that sign again and again
    card_grant       the card's assertion (RFC 7523), really verified
    tokens           access and refresh tokens, bound to the workstation's key
    token_endpoint   the three grants, behind ``POST /v1/auth/token``
    caller           from a request's two headers to who is asking
"""
