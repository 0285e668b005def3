"""What this workstation believes: the signed bundle, staff cards, anchors of citizens' documents.

Map:
    bundle                the signed trust bundle and how a successor takes over
    state                 what is believed right now; news of it taken over and kept
    cards                 what is thought of a staff card's certificate
    certificate_health    how a card's certificates are doing: validity, chain, revocation and its age
    issuer_signature      what the issuer signed of a card, and what that proves
    document_anchors      what vouches for citizens' documents here, and who had it installed
    anchor_record         the same, read back from what each admin's card signed
"""
