"""Words that spoil an action, written before the rules were read.

Every list holds sentences that a fair colleague would mark down for the same reason, in as
many different words as real plans use. They were written from the definition of each finding
alone, so that the runs measure the rules and not the lists that the rules were made from.
"""

from __future__ import annotations

#: Actions in which no product and no activity can be named.
VAGUE = (
    "Do more to prevent reoffending",
    "Strengthen joint working across services",
    "Improve outcomes for people in the justice system",
    "Continue to build good relationships between agencies",
    "Keep a focus on early help",
    "Be more responsive to the needs of women",
    "Promote a culture of trust and respect",
    "Embed person-centred values in all that we do",
    "Make better use of what we already have",
    "Look at ways to reduce stigma",
    "Encourage greater involvement of the third sector",
    "Work towards fairer access for all",
    "Take a whole-system approach to remand",
    "Ensure that community justice is everyone's business",
    "Maximise opportunities for people with convictions",
    "Seek to influence attitudes to community sentences",
    "Support the aims of the national strategy",
    "Consider how things could be done better for victims",
    "Enhance understanding of throughcare",
    "Drive forward improvement in custody health care",
    "Champion the voices of families",
    "Foster stronger links between housing and justice",
    "Raise awareness of bail supervision among partners",
    "Address barriers to employment",
    "Tackle the causes of offending",
    "Aim for more consistent support on release",
    "Carry on as before with diversion",
    "Explore opportunities for closer partnership",
    "Give greater priority to prevention",
    "Improve awareness of community justice",
)

#: Ends of a sentence which say that the means are lacking.
CAVEATS = (
    "subject to funding",
    "if funding allows",
    "as resources permit",
    "dependent on a successful bid for grant",
    "though no budget has been identified for this yet",
    "funding still to be confirmed",
    "although there is currently no capacity to deliver this",
    "when staff become available",
    "provided that money can be found",
    "unfunded at present",
    "should additional resources become available",
    "which cannot be staffed at the moment",
    "once a source of funding is found",
    "where capacity allows",
    "but we do not have the staff to do this",
    "resources have not been secured",
    "pending confirmation of budget",
    "not yet resourced",
    "contingent on an external grant",
    "if the money is there",
    "there is no money for this at present",
    "budget permitting",
)

#: What stands in the column for dates and is no date; a season is none either.
NO_DATES = (
    "ongoing",
    "Ongoing throughout the plan",
    "Continuous",
    "TBC",
    "to be confirmed",
    "as required",
    "when possible",
    "Spring 2026",
    "annually",
    "in due course",
    "long term",
    "Winter",
    "ASAP",
    "as and when",
    "Rolling programme",
    "n/a",
    "Quarterly",
    "throughout",
    "Summer",
    "no date set",
    "",
)

#: Measures that say no more than that the action was done; ``{action}`` is its own words.
EMPTY_MEASURES = (
    "{action}",
    "{action}.",
    "Action completed",
    "Done",
    "as above",
    "n/a",
    "TBC",
    "Completed",
    "Task carried out",
    "The action is complete",
    "Completion of the action",
    "This has been done",
    "To be agreed",
    "We will {action}",
    "Complete: {action}",
)

#: What no Partnership in Scotland has the power to bring about.
BEYOND_POWER = (
    "Change the law so that sheriffs cannot pass sentences under twelve months",
    "Stop sheriffs from remanding women before trial",
    "End all offending in the area",
    "Set the rate of Universal Credit at a higher level for people on bail",
    "Abolish short prison sentences",
    "Guarantee that nobody who completes the programme ever offends again",
    "Eliminate poverty in the area",
    "Cut the prison population of Scotland by half",
    "Make personal possession of drugs legal",
    "Raise the age of criminal responsibility to sixteen",
    "Amend the Criminal Justice and Licensing (Scotland) Act 2010",
    "Require the Lord Advocate to stop prosecuting drug possession",
    "Reduce crime to zero across the area",
    "Instruct the courts to grant bail in every case",
    "Increase the national minimum wage",
    "Decide which cases the procurator fiscal takes to court",
    "Reverse the two-child limit on benefits",
    "Make sure that no one who leaves prison ever goes back",
    "Repeal the Misuse of Drugs Act 1971",
    "Ensure that 100% of people with convictions find and keep a job",
    "Eradicate drug use in the area",
    "Overturn sentences passed on local people",
)

#: What could be done, but never in the time given.
BEYOND_TIME = (
    "Halve reoffending within three months",
    "Transform public attitudes to prison within six weeks",
    "Close the gap in life expectancy between rich and poor by next month",
    "End the use of remand within four weeks",
)

#: Leaders that no plan here names among its partners.
STRANGERS = (
    "Brightwater Consulting Ltd",
    "University of the Northern Lochs",
    "Lomondbrae Chamber of Commerce",
    "Coastal Ferry Operators plc",
    "Harbour Radio",
    "Pentland Analytics Ltd",
    "Fairweather Haulage Ltd",
    "Auldkirk Estates Ltd",
)

#: Concrete actions: put in place of another they must lead to no finding on their words.
CONCRETE = (
    "Open a drop-in advice desk in the town library on two mornings a week",
    "Print and hand out 500 bilingual leaflets on bail supervision",
    "Recruit and train twelve volunteer mentors",
    "Hold a joint case meeting for each person four weeks before release",
    "Write a protocol on who tells the housing team about a release date",
    "Run a ten-week cooking and budgeting course in the unpaid work centre",
    "Put a community nurse in the custody suite on Friday and Saturday nights",
    "Survey 200 residents on their view of community sentences",
    "Build a shared register of unpaid work projects",
    "Buy a minibus to bring families to prison visits",
    "Send every sheriff a yearly digest of local community disposals",
    "Set up a quarterly meeting with the court on the use of electronic monitoring",
    "Use the £40,000 secured from the Partnership budget to extend the mentoring service",
    "Apply for a grant to repair the unpaid work workshop",
)
