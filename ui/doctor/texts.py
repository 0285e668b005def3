"""The doctor's words: parts, verdicts, the summary, the copied text, the table of codes. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desktop_app.doctor.causes import every_finding
from desktop_app.doctor.finding import Finding, Part, Verdict
from ui.language import translate
from ui.widgets.when import moment_text
from ui.wording import Wording, sentence


def part_text(part: Part) -> str:
    """Return the name of ``part``."""
    names = {
        Part.SERVICE: translate("Doctor", "Card service"),
        Part.READERS: translate("Doctor", "Reader"),
        Part.DRIVER: translate("Doctor", "Driver"),
        Part.CARD: translate("Doctor", "Card"),
        Part.PROFILE: translate("Doctor", "Kind of card"),
        Part.CERTIFICATE: translate("Doctor", "Certificate"),
        Part.TOKENS: translate("Doctor", "Signing tokens"),
        Part.REVOCATION: translate("Doctor", "Revocation list"),
        Part.ANCHORS: translate("Doctor", "Root certificate"),
        Part.CLOCK: translate("Doctor", "Clock"),
        Part.NETWORK: translate("Doctor", "Network"),
        Part.JOURNAL: translate("Doctor", "Check-in journal"),
        Part.DISK: translate("Doctor", "Disk"),
    }
    return names[part]


def verdict_text(verdict: Verdict) -> str:
    """Return the verdict as one word."""
    match verdict:
        case Verdict.GOOD:
            return translate("Doctor", "good")
        case Verdict.CAUTION:
            return translate("Doctor", "caution")
        case Verdict.BAD:
            return translate("Doctor", "fault")
        case Verdict.UNKNOWN:
            return translate("Doctor", "not examined")


def told(finding: Finding) -> Wording:
    """Return the sentence and the remedy of ``finding``."""
    return sentence(finding.cause, finding.data)


def summary_text(findings: Sequence[Finding]) -> str:
    """Return what was found in one line."""
    bad = sum(finding.verdict is Verdict.BAD for finding in findings)
    caution = sum(finding.verdict is Verdict.CAUTION for finding in findings)
    if not bad and not caution:
        return translate("Doctor", "Everything that could be examined is in order.")
    return translate("Doctor", "Faults: {bad} · cautions: {caution}").format(bad=bad, caution=caution)


def copied_text(findings: Sequence[Finding], program: str, workstation: str, at: datetime) -> str:
    """Return the findings as text to be sent to the site admin; it names nobody and holds no secret."""
    title = translate("Doctor", "Card doctor")
    head = " · ".join(word for word in (title, f"IOC Desk {program}", workstation, moment_text(at)) if word)
    return "\n".join((head, *(_line(finding) for finding in findings)))


def _line(finding: Finding) -> str:
    words = told(finding)
    what = str(words) if finding.verdict is not Verdict.GOOD else words.title
    subject = f" [{finding.subject}]" if finding.subject else ""
    verdict, part = verdict_text(finding.verdict), part_text(finding.part)
    return f"{finding.code}  {part}{subject} – {verdict}: {what}"


def codes_page() -> str:
    """Return the guide's page with every code there is, in Markdown."""
    title = translate("Doctor", "Codes of the card doctor")
    heads = (
        translate("Doctor", "Code"),
        translate("Doctor", "Part"),
        translate("Doctor", "Verdict"),
        translate("Doctor", "What it says"),
    )
    rows = "".join(
        f"| **{finding.code}** | {part_text(finding.part)} | {verdict_text(finding.verdict)} | "
        f"{told(finding).title} |\n"
        for finding in every_finding()
    )
    return f"# {title}\n\n| {' | '.join(heads)} |\n|---|---|---|---|\n{rows}"


def urgency(finding: Finding) -> int:
    """Return where a finding stands: faults before cautions before all that is well."""
    return {Verdict.BAD: 0, Verdict.CAUTION: 1}.get(finding.verdict, 2)
