"""What applicants put into portfolios: titles, the kind of paper, and the sub-categories it serves."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One thing to show. ``kind`` says how it is written, ``codes`` what it may be claimed for, best first."""

    title: str
    kind: str
    codes: tuple[str, ...]


def _topics(kind: str, *rows: tuple[str, str]) -> tuple[Topic, ...]:
    return tuple(Topic(title=title, kind=kind, codes=tuple(codes.split())) for title, codes in rows)


TOPICS: Final = (
    *_topics(
        "rules",
        ("Terms of reference of the MR Safety Group", "1.1 1.2"),
        ("MR safety policy, extracts", "1.2 1.1 2.1"),
        ("MR safety framework document", "1.2 1.1"),
        ("Local rules for the 3T scanner", "2.1 4.1"),
        ("Local rules, mobile unit", "2.1 1.2"),
        ("Out-of-hours access procedure", "2.1"),
        ("Quench and evacuation procedure", "2.1 5.1"),
        ("Screening procedure for patients and carers", "2.1 4.3"),
        ("Policy on tattoos, piercings and hair extensions", "4.3 2.1"),
        ("Procedure for scanning patients with pacemakers", "4.1 2.1"),
        ("Procedure for cochlear implants at 1.5T", "4.1 3"),
        ("Induction procedure for new MR staff", "5.1"),
        ("Generic implant safety procedure for hip and knee prostheses", "4.2 4.1"),
    ),
    *_topics(
        "email",
        ("Email advice on MR safety reporting lines", "1.1"),
        ("Emails on the duties of nominated persons", "1.2 1.1"),
        ("Advice to radiographers: vagus nerve stimulator", "4.1 3"),
        ("Advice on a patient with permanent eyeliner", "4.3"),
        ("Correspondence about the quench pipe outlet", "6.2 7.1"),
        ("Choice of an MR Conditional anaesthetic machine", "6.1"),
        ("Contribution to the MR physics mailbase on oxygen monitors", "8.2"),
        ("Advice on a retained bullet fragment", "4.3 4.2"),
        ("Emails on door interlock and signs", "6.2 7.2"),
        ("Advice on a programmable shunt valve", "4.1"),
    ),
    *_topics(
        "risk",
        ("Risk assessment: unlabelled aneurysm clip", "4.2"),
        ("Risk assessment for abandoned cardiac leads", "4.2 3"),
        ("Risk assessment for an external fixator", "4.2 4.1"),
        ("Risk assessment: welders and eye injuries", "4.3"),
        ("Risk assessment of the magnet room refit", "6.2 7.1"),
    ),
    *_topics(
        "report",
        ("Training needs analysis for ward and support staff", "5.1"),
        ("Siting report for the relocatable scanner", "6.2 6.1"),
        ("Fringe field survey after ramp-up", "7.1 6.2"),
        ("Acceptance report, safety section", "7.1"),
        ("Evaluation of ferromagnetic detectors", "6.1"),
        ("Annual report on MR incidents", "5.2 1.1"),
        ("Acoustic noise measurements in the control room", "7.1 7.2"),
        ("Review of design drawings for the new MR suite", "6.2"),
        ("Poster abstract: heating of hip prostheses", "8.1"),
    ),
    *_topics(
        "audit",
        ("Audit of local rules against MHRA guidelines", "2.2"),
        ("Review of SOPs for the research scanner", "2.2 2.1"),
        ("Site safety audit, children's unit", "7.2"),
        ("Six-monthly checklist of the MR unit", "7.2"),
        ("Audit of screening forms", "2.2 5.2"),
    ),
    *_topics(
        "sequence",
        ("Low SAR brain protocol for deep brain stimulators", "3 4.1"),
        ("Spine protocol with reduced slew rate", "3"),
        ("Quiet protocol for neonatal imaging", "3"),
        ("Shoulder protocol at reduced B1+rms", "3 4.2"),
    ),
    *_topics(
        "slides",
        ("MR safety training for theatre staff", "5.1"),
        ("Induction slides for porters and cleaners", "5.1"),
        ("Lecture to the design team", "6.2 5.1"),
        ("Talk at the regional MR users' day", "8.1 8.2"),
    ),
    *_topics(
        "minutes",
        ("Minutes of the MR Safety Group, spring", "1.1 5.2"),
        ("Minutes of the MR Safety Group, autumn", "5.2 1.1 2.1"),
        ("Minutes of the regional MR physics network", "8.2"),
        ("Minutes of the scanner replacement project board", "6.1 6.2"),
    ),
    *_topics(
        "incident",
        ("Investigation of a projectile incident", "5.2"),
        ("Near miss with an oxygen cylinder", "5.2 5.1"),
        ("Burn report and follow-up", "5.2 3"),
    ),
    *_topics(
        "tender",
        ("Tender evaluation: safety questions", "6.1"),
        ("Safety specification for the replacement scanner", "6.1 6.2"),
    ),
    *_topics(
        "letter",
        ("Response to a national consultation on MR safety", "8.2"),
        ("Letter of membership, MR special interest group", "8.2"),
        ("Certificate and reflection: MR safety update", "8.1"),
        ("Reflection on an international safety workshop", "8.1"),
    ),
)
