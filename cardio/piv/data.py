"""The data objects of the PIV application as values (SP 800-73-5 part 1, section 3), none proved."""

from __future__ import annotations

from cryptography import x509

from cardio.errors import ObjectMissing
from cardio.piv import (
    biometrics,
    capability,
    certificate,
    chuid,
    discovery,
    key_history,
    objects,
    printed,
    security_object,
)
from cardio.piv.application import Application
from cardio.piv.objects import KeySlot, RetiredSlot


class DataObjects(Application):
    """Reading; every method raises ObjectMissing, ProtocolViolation, AnswerTooLong, ContactlessRefused."""

    def certificate(self, slot: KeySlot) -> x509.Certificate:
        """The certificate of `slot`, as the card holds it. Raises UnsupportedKey too."""
        return certificate.read(self.object(slot.certificate_tag))

    def chuid(self) -> chuid.Chuid:
        """The card's identifier."""
        return chuid.read(self.object(objects.CHUID))

    def discovery(self) -> discovery.Discovery:
        """Which application and which PIN; optional on a card."""
        return discovery.read(self.object(objects.DISCOVERY))

    def capability(self) -> capability.CapabilityContainer:
        """The card capability container (CCC)."""
        return capability.read(self.object(objects.CCC))

    def printed(self) -> printed.PrintedInformation:
        """What is printed on the card; ConditionsNotSatisfied without PIN."""
        return printed.read(self.object(objects.PRINTED))

    def face(self) -> biometrics.BiometricRecord:
        """The facial image's record; ConditionsNotSatisfied without PIN."""
        return biometrics.read(self.object(objects.FACE))

    def fingerprints(self) -> biometrics.BiometricRecord:
        """The fingerprint templates' record; ConditionsNotSatisfied without PIN. Never stored."""
        return biometrics.read(self.object(objects.FINGERPRINTS))

    def security_object(self) -> security_object.SecurityObject:
        """The issuer's signed hashes of the other objects."""
        return security_object.read(self.object(objects.SECURITY_OBJECT))

    def key_history(self) -> key_history.KeyHistory:
        """How many retired keys the card holds; none at all when the object is missing."""
        try:
            return key_history.read(self.object(objects.KEY_HISTORY))
        except ObjectMissing:
            return key_history.KeyHistory(0, 0)

    def retired(self) -> dict[RetiredSlot, x509.Certificate]:
        """The retired key management keys whose certificates are on the card, by slot."""
        return {slot: self.certificate(slot) for slot in self.key_history().on_card()}
