"""What the issuer's signature over the card's identifier proves: by whom, vouched for by whom, how far."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.trust.issuer_signature import IssuerSignature
from ui.language import translate
from ui.my_card import texts
from ui.my_card.facts_card import FactsCard


class IssuerCard(FactsCard):
    """Below the certificates, as wide as both columns."""

    def __init__(self, signature: IssuerSignature, parent: QWidget | None = None) -> None:
        super().__init__("myCard.issued", translate("MyCard", "The issuer's signature on the card"), parent)
        self.add_mark(*texts.issued(signature))
        self.add_facts(
            (
                (translate("MyCard", "Signed by"), signature.signer),
                (translate("MyCard", "Vouched for by"), texts.signer_text(signature)),
                (translate("MyCard", "Signed"), texts.signed_objects(signature.signed)),
                (translate("MyCard", "Signed, behind the PIN"), texts.signed_objects(signature.guarded)),
                (translate("MyCard", "Not as signed"), texts.altered_object(signature)),
                (translate("MyCard", "Means"), texts.issued_means(signature)),
            )
        )
