# ruff: noqa: E501, RUF001 - cells read best whole; plans have curly quotes and long dashes
from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.plans import PlanReading
from ingest.plans.aliases import LocalNames, names_listed
from ingest.plans.blocks import Block, BlockList, Cell
from ingest.plans.mentioned import find_partners
from ingest.plans.named_bodies import bodies_named
from ingest.plans.partners import category_of, partners_in
from ingest.plans.tables import read_tables


def categories(cell: str, names: LocalNames | None = None) -> list[str]:
    return sorted({partner.category for partner in partners_in(cell, None, names)})


def learnt(
    *parts: str | list[list[str]], under: str = "Who we are", listed: bool = False
) -> LocalNames:
    blocks = BlockList()
    blocks.heading(under, 1)
    for part in parts:
        if isinstance(part, str):
            blocks.text(part, listed=listed)
        else:
            blocks.table(
                tuple(
                    tuple(Cell(t, (r, c)) for c, t in enumerate(row)) for r, row in enumerate(part)
                )
            )
    return LocalNames.learn(blocks.blocks, list(read_tables(blocks.blocks)))


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("NHS Westmarch\nSPS", "health_board scottish_ministers"),
        ("NHS Westmarch SPS", "health_board scottish_ministers"),
        ("NHS Westmarch Police Scotland", "health_board police"),
        ("Sulla Health and Care Partnership", "integration_joint_board"),
        ("Westmarch Health & Care Partnership", "integration_joint_board"),
        ("NHS Carrick and Braes", "health_board"),
        ("Perth and Kinross Council", "local_authority"),
        (
            "Kirkhaven Council Housing & Kirkhaven Housing Association",
            "local_authority third_sector",
        ),
        ("Police Scotland with NHS Upper Forth", "health_board police"),
        ("JSW, supported by Sacro", "local_authority third_sector"),
        (
            "JSW in partnership with Skills Development Scotland",
            "local_authority skills_development_scotland",
        ),
        ("Kirkhaven Credit Union and SPS", "scottish_ministers third_sector"),
        ("Lead: Justice Social Work; Support: Police Scotland", "local_authority police"),
        ("Information Governance, Kirkhaven Council", "local_authority"),
        ("Strategic Lead, Education", "local_authority"),
        ("All partners; ongoing", "partnership_collective"),
        ("A money adviser from Citizens Advice", "third_sector"),
    ],
)
def test_joint_leads_are_parted_and_whole_names_are_not(cell: str, wanted: str) -> None:
    assert categories(cell) == sorted(wanted.split())


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("the area commander", "police"),
        ("Station Commander", "fire_and_rescue"),
        ("the sheriff clerk", "scts"),
        ("PF Depute", "scottish_ministers"),
        ("Governor, HMP Glenbarr", "scottish_ministers"),
        ("housing manager", "local_authority"),
        ("roads depot", "local_authority"),
        ("Kirkhaven Libraries", "local_authority"),
        ("Unpaid Work Squad", "local_authority"),
        ("custody nurses", "health_board"),
        ("Community Justice Lead Officer", "other"),
        ("the co-ordinator", "other"),
        ("CJP Co-ordinator", "other"),
        ("Doing Group", "partnership_collective"),
        ("Kirk and Community Trust", "third_sector"),
        ("Kirkhaven Food Bank", "third_sector"),
        ("the Citizens’ Bureau", "third_sector"),
        ("Kirkhaven Leisure Trust", "other"),
        ("Community Councils", "other"),
        ("Kirkhaven College", "other"),
        ("Jupiter Widgets", "other"),
        ("Kingdom Housing", "third_sector"),
        ("Link Housing", "third_sector"),
        ("Kingdom Housing Association", "third_sector"),
        ("Osprey Housing Group", "third_sector"),
        ("Hillcrest Homes", "third_sector"),
        ("Wheatley Group", "third_sector"),
        ("Local RSLs", "third_sector"),
        ("Housing associations", "third_sector"),
        ("Housing", "local_authority"),
        ("Housing Options", "local_authority"),
        ("Fife Housing", "local_authority"),
        ("Angus Council Housing", "local_authority"),
        ("Strategic Housing", "local_authority"),
        ("ABC Housing", "local_authority"),
        ("Scottish Govt", "scottish_ministers"),
        ("Riaghaltas na h-Alba", "scottish_ministers"),
        ("Seirbheis Phrìosain na h-Alba", "scottish_ministers"),
        ("Poileas Alba", "police"),
        ("Polis", "police"),
        ("Comhairle nan Eilean Siar", "local_authority"),
        ("NHS nan Eilean Siar", "health_board"),
        ("Bòrd SSN nan Eilean Siar", "health_board"),
        ("Community Justice Development Officer", "other"),
    ],
)
def test_posts_teams_and_local_bodies_by_the_form_of_their_names(name: str, category: str) -> None:
    assert category_of(name) == category


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("Scottish Govt", "scottish_ministers"),
        ("Poileas Alba", "police"),
        ("Strathloan Housing", "local_authority"),
        ("Kingdom Housing", "third_sector"),
    ],
)
def test_names_known_to_all_are_not_taken_for_local_voluntary_bodies(
    name: str, category: str
) -> None:
    names = learnt("Strathloan Council keeps the list of homes, with a bail worker beside it.")
    assert categories(name, names) == [category]


@pytest.mark.parametrize(
    ("text", "name", "category"),
    [
        ("Threshold Kinvarry, a charity in the High Street, runs the drop-in.", "Threshold Kinvarry", "third_sector"),
        ("We thank Lachan Wheels (third sector) for the loan of bikes.", "Lachan Wheels", "third_sector"),
        ("Loanbridge Link Desk, part of the Council's justice social work, meets them.", "Loanbridge Link Desk", "local_authority"),
        ("Harbour Start is a social enterprise.", "Harbour Start", "third_sector"),
        ("Third sector partners: Harbour Start, Open Door and The Anvil.", "The Anvil", "third_sector"),
        ("Local charities such as Harbour Start and Open Door help.", "Open Door", "third_sector"),
        ("Boat Home, which is run by Skarvoe Community Trust, meets the ferry.", "Boat Home", "third_sector"),
        ("Brae Works is an arm's length company of the Council.", "Brae Works", "other"),
    ],
)  # fmt: skip
def test_a_plan_says_what_its_local_bodies_are(text: str, name: str, category: str) -> None:
    names = learnt(text)
    assert category_of(name) == "other"
    assert category_of(name, names) == category


def test_members_that_are_no_public_body_are_voluntary() -> None:
    names = learnt(
        "The Partnership is made up of Kinvarry Council, NHS Carrick and Braes, Police Scotland and the "
        "Scottish Prison Service, with Threshold Kinvarry, Heather Street Project and Open Door."
    )
    assert categories("Heather Street Project", names) == ["third_sector"]
    assert categories("HSCP with Open Door", names) == ["integration_joint_board", "third_sector"]
    assert categories("NHS Carrick and Braes", names) == ["health_board"]


def test_a_column_that_tells_the_sector_counts() -> None:
    names = learnt(
        [
            ["Partner", "Kind", "Who comes"],
            ["Carsefield Council", "Statutory", "Head of Justice"],
            ["Carse Active", "Third sector", "Manager"],
        ]
    )
    assert category_of("Carse Active", names) == "third_sector"


def test_a_glossary_outweighs_what_letters_mean_elsewhere() -> None:
    names = learnt(
        "CJS: Carsefield Justice Service, part of the Council", "JAT – Justice Advice Trust, a charity",
        under="Words and abbreviations",
    )  # fmt: skip
    assert category_of("CJS") == "other"
    assert category_of("CJS", names) == "local_authority"
    assert category_of("JAT", names) == "third_sector"


def test_places_and_papers_in_a_list_are_no_bodies() -> None:
    names = learnt(
        "Kinvarry Council, Police Scotland and NHS Westmarch met in Port Marr and wrote the Kinvarry Housing "
        "Strategy and the Safer Kinvarry Plan for third sector readers."
    )
    assert not {key for key in names.stated if "plan" in key or "strategy" in key}


def test_only_the_last_and_of_a_list_parts_names() -> None:
    runs = list(names_listed("They are NHS Carrick and Braes, Police Scotland and Sacro."))
    assert runs[-1] == ["NHS Carrick and Braes", "Police Scotland", "Sacro"]


def test_leads_of_actions_are_read_with_the_names_of_the_plan(
    markdown: Callable[[str], PlanReading],
) -> None:
    reading = markdown(
        "# Fife Community Justice Plan 2024-2027\n\n## Who we are\n\n"
        "- Fife Council\n- NHS Fife\n- Police Scotland\n- Scottish Prison Service\n- Second Start\n\n"
        "## Outcome 1: People leave prison with a home\n\n"
        "| Action | Lead | By when |\n|---|---|---|\n"
        "| Open a drop-in in the old bank | Second Start / Police Scotland | June 2025 |\n"
        "| Keep four flats for people on release | Council housing team | June 2025 |\n"
    )
    first, second = reading.actions
    assert [(p.as_written, p.category) for p in first.leads] == [
        ("Second Start", "third_sector"),
        ("Police Scotland", "police"),
    ]
    assert [p.category for p in second.leads] == ["local_authority"]
    # Whoever leads, the partners are those that the plan lists.
    assert {p.category for p in reading.partners} == {
        "local_authority", "health_board", "police", "scottish_ministers", "third_sector"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("Hearth and Home Families", "third_sector"),
        ("Netmenders", "third_sector"),
        ("Bridgehead and JSW", "local_authority third_sector"),
        ("Police Scotland & Kirklochan Youth Hub", "police third_sector"),
        ("Dunmarle College and Justice Services", "local_authority other"),
        ("Team Leader", "other"),
        ("Harled", "other"),  # one word that is no name anywhere else in the plan
    ],
)
def test_an_unknown_name_that_leads_in_a_plan_is_mostly_a_voluntary_body(
    cell: str, wanted: str
) -> None:
    names = learnt("We met at Netmenders in May and then at Bridgehead in June.")
    assert categories(cell, names) == sorted(wanted.split())


def test_one_word_in_a_column_beside_its_sector_is_a_name() -> None:
    names = learnt([["Partner", "Type"], ["Keel", "Third sector, a social enterprise"]])
    assert categories("Keel; SCTS", names) == ["scts", "third_sector"]


def test_members_may_be_listed_in_short_paragraphs() -> None:
    blocks = BlockList()
    blocks.heading("Annex", 1)
    for n, name in enumerate(
        ["Fife Council", "NHS Fife", "Police Scotland, Fife Division", "SPS", "Glens Transport"], 1
    ):
        blocks.text(f"{n} {name}")
    found = find_partners(blocks.blocks, [], (), LocalNames.learn(blocks.blocks, []))
    assert [(p.as_written, p.category) for p in found] == [
        ("Fife Council", "local_authority"),
        ("NHS Fife", "health_board"),
        ("Police Scotland", "police"),
        ("SPS", "scottish_ministers"),
        ("Glens Transport", "third_sector"),
    ]


def test_no_blocks_teach_nothing() -> None:
    blocks: list[Block] = []
    assert LocalNames.learn(blocks, []).written == ()


def test_a_joint_board_in_a_sentence_is_among_the_partners() -> None:
    blocks = BlockList()
    blocks.heading("Our partners", 1)
    blocks.text(
        "The statutory partners are Kelsowater Council, NHS Borders, Police Scotland, the Scottish "
        "Fire and Rescue Service, the Integration Joint Board and the Scottish Prison Service."
    )
    found = find_partners(blocks.blocks, [], (), LocalNames.learn(blocks.blocks, []))
    assert "integration_joint_board" in {partner.category for partner in found}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The IJB has agreed it.", "integration_joint_board"),
        ("Both Integration Joint Boards were asked.", "integration_joint_board"),
        ("Health & Social Care Partnership", "integration_joint_board"),
        ("Fife HSCP and SFRS met.", "integration_joint_board fire_and_rescue"),
        ("Skills Development Scotland has it in hand", "skills_development_scotland"),
        ("NHS Fife, Fife Council", "health_board local_authority"),
        ("The Chief Constable agrees", "police"),
        ("SPS and COPFS", "scottish_ministers"),
        ("Scottish Courts & Tribunals Service", "scts"),
        ("Bail supervision at Kelso Sheriff Court, as the Scottish Government asks", ""),
        ("The Community Council and the Scottish Sentencing Council; NHS Inform", ""),
    ],
)
def test_partners_by_law_are_known_by_their_usual_names(text: str, wanted: str) -> None:
    assert set(bodies_named(text)) == set(wanted.split())
