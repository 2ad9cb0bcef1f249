# ruff: noqa: E501 - sentences and patterns read best whole; plans have curly quotes
"""What local outcomes say when they mean a national one: sentences to compare, and telling words.

The sentences are the editors' own, in several manners of speech; none is from a plan.
"""

from __future__ import annotations

import re
from typing import Final

#: Other ways to say what each community justice outcome says.
SENTENCES: Final[dict[str, tuple[str, ...]]] = {
    "ndo-1": (
        "More people are diverted from prosecution and complete the programme.",
        "Fewer first offenders are prosecuted because they are offered help instead of court.",
        "The fiscal has good alternatives to prosecution to choose from.",
        "Young adults get a second chance through a diversion scheme.",
        "We step in early so that minor offending never reaches a courtroom.",
        "People are kept out of the court system where it is safe to do so.",
        "Early intervention and prevention: offending is dealt with at the earliest opportunity.",
        "Low-level offending is dealt with without a prosecution.",
    ),
    "ndo-2": (
        "People held in police cells are offered support for what lies behind their offending.",
        "Everyone who is arrested is asked about their needs and referred on.",
        "Arrest referral works round the clock in the custody centre.",
        "Being arrested becomes a chance to get help with drugs, drink or mental health.",
        "Detainees get health care and advice while in police custody.",
        "From the moment of arrest, people are linked with services.",
        "The police custody suite puts people in touch with someone who can help.",
    ),
    "ndo-3": (
        "Fewer people are remanded in custody and more are supervised on bail.",
        "Bail support is on offer to the court as an alternative to remand.",
        "People who wait for their trial can do so safely in the community.",
        "The use of remand is cut by good bail services and electronic monitoring.",
        "Nobody is held before trial merely for lack of an address or support.",
        "Accused people are assessed for supervised bail.",
        "The time between charge and trial is spent at home with supervision, not in prison.",
    ),
    "ndo-4": (
        "Community payback orders are completed and cut reoffending.",
        "People on community orders get the support that they need to stop offending.",
        "Community sentences are credible, timely and effective alternatives to prison.",
        "Unpaid work is well run, gives skills and benefits local places.",
        "People on licence or supervision take part in programmes that change behaviour.",
        "Orders are seen through to the end.",
        "Sheriffs and communities can rely on community disposals instead of short prison sentences.",
        "People are helped to stop offending while they serve their sentence in the community.",
    ),
    "ndo-5": (
        "Treatment and prescriptions carry on without a gap when someone leaves prison.",
        "People released from prison are registered with a GP and have health care from day one.",
        "Recovery support begun in custody goes on after liberation.",
        "Mental health and addiction care is in place at the prison gate.",
        "Social care needs of people coming out of prison are met.",
        "Nobody misses their medicine on the day that they get out.",
        "Health and wellbeing of people who leave custody is looked after.",
    ),
    "ndo-6": (
        "No one leaves prison homeless.",
        "Everyone has a safe and settled place to stay when they are released.",
        "People coming out of prison have a tenancy or housing plan before liberation.",
        "Homes are kept during short sentences so that they are there to go back to.",
        "There is a front door key waiting for each person who gets out of jail.",
        "Suitable housing is found for people returning from custody.",
        "Homelessness on liberation comes to an end.",
    ),
    "ndo-7": (
        "People with convictions find jobs and training.",
        "Employability support helps people with a criminal record to become ready for work.",
        "Employers give people with a past a fair chance of employment.",
        "People in the justice system gain skills and qualifications.",
        "A record is no bar to earning a living.",
        "People who have offended move into education, work or volunteering.",
    ),
    "ndo-8": (
        "People on short sentences take up voluntary throughcare.",
        "A mentor meets people at the gate and stays in touch after release.",
        "People who leave prison have someone by their side to help them settle.",
        "Support before and after release is offered to everyone serving under four years.",
        "Nobody walks out of prison alone.",
        "Through-the-gate support helps people through the first weeks after custody.",
        "Reintegration after a short prison sentence is supported by a named worker.",
    ),
    "ndo-9": (
        "The public know what community justice is and support it.",
        "Communities have confidence in community sentences.",
        "Staff in all services understand community justice.",
        "People believe that justice in the community works.",
        "Awareness of community justice grows among residents and the workforce.",
        "Local people understand community justice, trust it and take part.",
        "Stigma falls, and neighbours accept people who have served their sentence.",
        "Communities are informed about unpaid work and see its benefits.",
    ),
    "o-1": (
        "The public know what community justice is and have a say.",
        "Communities understand and take part in community justice.",
        "Local people are consulted and involved in planning.",
        "People have confidence in community justice and know about it.",
        "Residents are better informed about community payback and choose what is done.",
        "Victims, families and communities help to shape services.",
    ),
    "o-2": (
        "Partners plan together and share information and money.",
        "Leadership and governance of the partnership are strong.",
        "Services are commissioned jointly on evidence of need.",
        "Agencies work as one and make best use of resources.",
        "We have a joined-up partnership with shared data.",
        "The workforce of all partners is trained together.",
    ),
    "o-3": (
        "People can get the services that they need, when and where they need them.",
        "Access to housing, health, welfare and employability services is better.",
        "Barriers to services are taken away.",
        "Help is close at hand and easy to get into for everyone with a conviction.",
        "There are clear pathways into services from arrest to release.",
        "People leaving prison can reach a doctor, a house and benefits.",
    ),
    "o-4": (
        "Programmes that work cut reoffending.",
        "Interventions are effective and prevent further offending.",
        "People stop offending because of what we do with them.",
        "Evidence-based work with people reduces the risk that they offend again.",
        "Diversion, bail supervision and community orders are used more and completed.",
        "Early help keeps people out of the justice system.",
    ),
    "o-5": (
        "Needs such as health, debt, housing and safety are met and lives get better.",
        "People's life chances improve.",
        "People are healthier, safer and better off.",
        "Poverty, poor health and homelessness among people with convictions are tackled.",
        "People have a home, enough money and good health.",
    ),
    "o-6": (
        "People have good relationships with family and friends.",
        "People take part in education, work, leisure and volunteering.",
        "Family ties are kept up during a sentence.",
        "People with convictions contribute to their community and have things to do.",
        "People find jobs, learn and have people to rely on.",
    ),
    "o-7": (
        "People become more resilient and manage their own lives.",
        "People believe that they can change and do so.",
        "People's confidence, motivation and capacity to change grow.",
        "People desist from crime and stand on their own feet.",
        "People take responsibility and move on from offending.",
    ),
}


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


#: Prison and what comes after it, so far as words tell.
RELEASE: Final = _words(
    r"\b(?:leav(?:e|es|ing)|left|out of|from|after|returns? .{0,30}from|off the boat from|released? from|walk(?:s|ing)? out of|coming out of) (?:\w+ ){0,2}?(?:prison|custody|jail|gaol|a sentence|a short sentence|HMP)\b|"
    r"\b(?:on|after|upon|following|before|day of|at) (?:their )?(?:release|liberation)\b|\bliberat|\breleased?\b|\bprison gate\b|\bthe gate\b|\breintegrat|\breturn(?:s|ing)? home\b|\b(?:come|comes|coming|came) home\b|\bresettle|\bget(?:s|ting)? out\b|"
    r"\bprison leavers?\b|\bthroughcare\b"
)
PRISON: Final = _words(
    r"\b(?:prison|jail|gaol|HMP|inside|behind bars|short sentence|custodial)\b|(?<!police )\bcustody\b(?! (?:suite|centre|sergeant|nurse))"
)

#: Words that tell one outcome. The second column: whether prison or release must be spoken of as well.
CUES: Final[tuple[tuple[str, bool, re.Pattern[str]], ...]] = (
    ("ndo-1", False, _words(r"\bdiver(?:sion|t(?:ed|ing)?)\b|\binstead of (?:going to |a )?(?:court|prosecut)|\bnot just a charge\b|\b(?:out|away) (?:of|from) (?:the )?courts?\b|\boutside (?:of )?(?:the )?court\b|\balternatives? to prosecution\b|\bdirect measures?\b|\bwarnings?\b|\bget as far as court\b|\bbefore (?:it|they|things) (?:gets?|reach(?:es)?) (?:to )?court\b|\bfirst (?:offen[cd]|time)|\b(?:dealt with|intervene|intervention|act|step in|helped?) (?:\w+ ){0,2}(?:early|earlier|sooner)\b|\bearl(?:y|ier|iest) (?:\w+ )?(?:intervention|help|support|opportunity|stage|action)\b|\bprosecut")),
    ("ndo-2", False, _words(r"\barrest(?:ed|s)?\b|\bpolice (?:custody|cells?|station|office)\b|\bcustody (?:suites?|centres?|desk)\b|\blifted\b|\bnight in (?:the |a )?cells?\b|\bin the cells\b|\bdetain(?:ed|ees)\b|\bpoint of (?:arrest|contact)\b|\b(?:come|comes|coming) to (?:the )?(?:notice|attention)\b|\bfirst (?:point of )?contact with the (?:police|justice)|\b(?:dealt with|intervene|intervention|act|step in) (?:\w+ ){0,2}(?:early|earlier|sooner)\b|\bearl(?:y|ier|iest) (?:\w+ )?(?:intervention|help|stage)\b|\bdone about it (?:early|earlier|sooner)\b|\bearliest\b")),
    ("ndo-3", False, _words(r"\bbail\b|\bremand(?:ed)?\b|\b(?:await(?:ing)?|wait(?:s|ing)?(?: for)?|before|pre)[ -](?:a |their |the )?trial\b|\bunconvicted\b|\baccused\b|\b(?:to|until) (?:the )?trial\b|\balternatives? to (?:custody|imprisonment|prison)\b")),
    ("ndo-4", False, _words(r"\bcommunity (?:sentences?|orders?|payback|disposals?|based sentences?|sanctions?|alternatives?)\b|\bpayback\b|\bunpaid work\b|\bCPOs?\b|\bDTTOs?\b|\b(?:on|their|an) orders?\b|\borders? (?:are|is|that|get|well|and)\b|\balternatives? to (?:custody|prison|short|imprisonment)|\b(?:serve|serving|served) (?:their |a )?sentences? (?:out )?in the community\b|\bsentences? (?:served )?in the community\b|\bshort (?:prison )?sentences? are the (?:exception|last)|\bfewer short (?:prison )?sentences\b|\bdesist(?:ance|ence)?\b|\b(?:stop|stopping|cease|turn away from) offending\b|\breoffending\b|\bre-offending\b|\bsupervision orders?\b")),
    ("ndo-5", True, _words(r"\bhealth|\bdoctors?\b|\bGPs?\b|\btreatments?\b|\bmedic(?:ine|ines|ation|al)\b|\bprescri|\bscripts?\b|\bcare\b|\brecover(?:y|ing)\b|\bwellbeing\b|\bdentist|\baddiction|\bsubstance|\bdrugs?\b|\bwell\b(?! as)")),
    ("ndo-6", True, _words(r"\bhomes?\b(?! (?:from|to|town|visit|fire|supervis))|\bhous(?:e|es|ed|ing)\b|\broofs?\b|\baccommodat|\btenanc|\baddress(?:es)?\b(?! (?:the|their|needs|issues))|\bkeys?\b(?= (?:in|to|waiting)|\b,)|\bhomeless|\b(?:somewhere|place|places) (?:\w+ ){0,2}(?:to )?(?:stay|live|sleep)\b|\bbeds?\b|\bshelter\b|\bfront door\b")),
    ("ndo-7", False, _words(r"\bemploy(?!ees?\b)|\bjobs?\b|\bready for work\b|\breadiness for work\b|\b(?:find|into|in|to|for|of|and|or|paid) work\b(?!ing)|\bwork(?:,| to do\b)|, work\b|\bearn(?:ing|s)?\b|\bskills\b|\bcareers?\b|\bwork(?:,| and) (?:learning|training|education)|\blearn(?:ing)?\b|\btraining\b|\bqualifications?\b|\bliving wage\b")),
    ("ndo-8", True, _words(r"\bthroughcare\b|\bmentor|\b(?:some(?:body|one)|a person|friend|people|worker|hand) (?:\w+ ){0,3}?(?:in their corner|alongside|at (?:their|your) side|by (?:their|your) side|beside|to (?:turn to|rely on|trust|call|talk to|walk|meet|help|support)|who (?:knows|cares|helps|is|will))|\b(?:familiar|friendly|known) face\b|\bface that is known\b|\b(?:through|at|beyond) the (?:prison )?gate\b|\bsupport(?:ed)? (?:\w+ ){0,4}(?:after|on|before|following|upon) (?:release|liberation|prison)|\balone\b|\bon their own\b|\b(?:some(?:body|one)|a person) (?:who|with|to|there|that)\b|\balongside\b|\bbefriend|\bsupport (?:network|worker)|\breintegrat|\bwelcome[ds]?\b")),
    ("ndo-9", False, _words(r"\b(?:understand(?:s|ing)?|aware(?:ness)?|know|knows|informed|confidence|confident|trust(?:s|ed)?|faith|believe[sd]?|belief|respect(?:s|ed)?|supportive of|see) (?:\w+ ){0,4}?(?:in |of |about |what |that |and )*(?:\w+ ){0,3}?(?:community justice|justice|alternatives|community (?:sentences|orders|payback)|it\b|what (?:is|we|community|works))|\bpublic (?:confidence|understanding|awareness|trust|support)|\bcommunit(?:y|ies) (?:\w+ )?(?:understand|trust|know|have confidence|accept|support)|\bstigma|\baccept(?:ed|ance)?\b|\bfair hearing\b|\bpublic\b")),
    ("o-1", False, _words(r"\b(?:understand|aware|know|informed|confidence|trust|say in|take part|participat|consult|involve|listen|voice)")),
    ("o-2", False, _words(r"\bpartner(?:s|ship)?\b|\bleadership\b|\bgovernance\b|\bstrategic|\bcollaborat|\bjoin(?:ed|tly)\b|\bplan (?:\w+ )?together\b|\binformation sharing\b|\bshare (?:what|information|data)|\bresources?\b|\bcommission|\bworkforce\b|\bspend\b")),
    ("o-3", False, _words(r"\baccess|\bget (?:to |into |one|help|hold|the services?)|\bwherever\b|\bwhere and when\b|\breach (?:a |the )?(?:service|help)|\bbarriers?\b|\bpathways?\b|\bavailab|\bneeds? (?:a |the )?services?\b|\bclose at hand\b")),
    ("o-4", False, _words(r"\bintervention|\bwhat works\b|\bworks\b|\beffective|\breoffend|\bre-offend|\bprevent|\bfurther offending\b|\bcome back\b|\bstop offending\b|\brisk\b|\bdiver(?:sion|t)|\bcommunity (?:sentence|order|payback)|\bbail\b|\bremand\b|\bprogrammes?\b")),
    ("o-5", False, _words(r"\blife chances\b|\bneeds\b|\bhealth|\bhous(?:ing|e)\b|\bhome\b|\bmoney\b|\bdebt|\bfinanc|\bpoverty\b|\bsafet?y?\b|\bwellbeing\b|\bbetter off\b|\baccommodation\b")),
    ("o-6", False, _words(r"\brelationships?\b|\bfamil(?:y|ies)\b|\bfriends?\b|\bwork\b(?!s)|\bemploy|\bjobs?\b|\beducation\b|\bleisure\b|\bcontribut|\bvolunteer|\blearn|\bopportunit")),
    ("o-7", False, _words(r"\bresilien|\bself-?(?:management|esteem|belief|efficacy)|\bcapacity\b|\bmotivat|\bconfidence to\b|\btake responsibility\b|\bown (?:lives|feet)\b|\bchange (?:their|for)|\bdo not come back\b|\bdesist|\bstrengths\b|\bhope\b")),
)  # fmt: skip

#: What an outcome is about that serves none of the outcomes with an indicator: restorative justice,
#: victims, people with experience who lead, leadership, electronic monitoring as such.
ELSEWHERE: Final[tuple[str, ...]] = (
    "Victims of crime are heard, supported and kept safe.",
    "People harmed by crime can take part in restorative justice.",
    "People with lived experience help to lead and shape services.",
    "The partnership is well led, governed and resourced.",
    "Data and evidence are shared and used to plan and commission services.",
    "Children and young people are kept out of harm.",
    "Women and girls are safe from violence and abuse.",
    "Staff are skilled, trained and work in a trauma-informed way.",
    "Electronic monitoring is used well.",
    "Communities are safe and crime is low.",
    "Equality and human rights are respected by every service.",
)
ELSEWHERE_CUE: Final = _words(
    r"\brestorative\b|\bvictims?\b|\bharmed\b|\blived experience\b|\bthose? most affected\b|\bpeople most affected\b|\bhelp to run\b|\bleadership\b|\bgovernance\b|\bco-?produc|\btrauma[- ]informed\b|\bdomestic abuse\b|\bviolence\b|\bworkforce development\b|\bdata\b|\bperformance\b"
)
