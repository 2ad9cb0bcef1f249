"""Draws a synthetic plan: its size, its threads, its faults and its words."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Final

from ingest.plans.template.checklist_items import checklist_items
from ingest.plans.vocabulary import vocabulary

from ._editions import EditionPeriod
from ._faults import SHARE
from ._places import Place
from ._plans import ActionDraft, NationalDraft, ObjectiveDraft, OutcomeDraft, PlanDraft
from ._words import Theme, Wording, themes

#: Sizes of plans: local outcomes, strategic objectives and actions.
OUTCOMES: Final = (3, 9)
OBJECTIVES: Final = (5, 20)
ACTIONS: Final = (20, 120)
#: The middle plan has so many actions; the spread is that of the logarithm.
_USUAL_ACTIONS, _SPREAD = 45, 0.45
#: The eight categories of section 13 of the Act.
_STATUTORY: Final = (
    "fire_and_rescue",
    "health_board",
    "integration_joint_board",
    "local_authority",
    "police",
    "scottish_ministers",
    "scts",
    "skills_development_scotland",
)
_MONTHS: Final = (
    "January February March April May June July August September October November December"
).split()


def draw_plan(
    place: Place, period: EditionPeriod, *, seed: int, needs: tuple[str, ...]
) -> PlanDraft:
    """Draw a plan.

    Args:
        place: The area.
        period: The edition.
        seed: What decides everything that is drawn.
        needs: Codes of the needs of the area.

    Returns:
        The plan, with a list of its faults.
    """
    return _Drawing(place, period, seed, needs).plan()


class _Drawing:
    def __init__(
        self, place: Place, period: EditionPeriod, seed: int, needs: tuple[str, ...]
    ) -> None:
        self.draw = Random(f"{seed}/{place.slug}/{period.name}")  # noqa: S311 - nothing secret
        self.words = Wording(place, self.draw)
        self.framework = vocabulary().edition_on(period.start)
        self.draft = PlanDraft(
            place, period, self.framework.generation, self.framework.iri, needs=needs
        )
        self.reached: set[str] = set()
        #: Ids of outcomes and objectives with a fault that leaves no second one room.
        self.bare: set[str] = set()

    def plan(self) -> PlanDraft:
        self._outcomes()
        self._objectives()
        self._actions()
        self._national()
        self._checklist()
        met = {need for action in self.draft.actions for need in action.needs}
        if set(self.draft.needs) - met:
            self.draft.plant("need_without_service", "plan")
        named = {action.lead for action in self.draft.actions if action.lead}
        kept = {code for code in _STATUTORY if not self._falls("statutory_partner_absent")}
        self.draft.partners = tuple(sorted(named | kept))
        if set(_STATUTORY) - named - kept:
            self.draft.plant("statutory_partner_absent", "plan")
        return self.draft

    def _falls(self, fault: str) -> bool:
        return self.draw.random() < SHARE[fault]

    def _outcomes(self) -> None:
        codes = [c for c in self.framework.outcomes if not self._falls("no_action")]
        if len(codes) < OUTCOMES[0]:
            codes = list(self.framework.outcomes)
        wanted = self.draw.randint(OUTCOMES[0], min(OUTCOMES[1], len(codes)))
        cuts = sorted(self.draw.sample(range(1, len(codes)), wanted - 1))
        groups = [codes[a:b] for a, b in zip([0, *cuts], [*cuts, len(codes)], strict=True)]
        for number, group in enumerate(groups, 1):
            kinds = tuple(dict.fromkeys(self.draw.choice(self._serving(code)) for code in group))
            outcome = OutcomeDraft(f"o{number}", kinds, self.words.outcome(kinds), tuple(group))
            self.draft.outcomes.append(outcome)
            if number > 1 and self._falls("outcome_without_national_link"):
                outcome.national = ()
                self.draft.plant("outcome_without_national_link", outcome.id)
            if self._falls("outcome_without_indicator"):
                self.draft.plant("outcome_without_indicator", outcome.id)
                self.draft.plant("local_outcome_without_indicator", outcome.id)
            else:
                outcome.measures = (self.words.measure(kinds[0]),)
                outcome.indicators = kinds[0].indicators if self._year == "2023" else ()

    @property
    def _year(self) -> str:
        return self.draft.generation

    def _serving(self, code: str) -> list[Theme]:
        """Return the themes whose work leads to a national outcome."""
        return [theme for theme in themes() if code in theme.serves.get(self._year, ())]

    def _objectives(self) -> None:
        least = max(OBJECTIVES[0], len(self.draft.outcomes))
        wanted = self.draw.randint(least, max(least, min(OBJECTIVES[1], least * 2)))
        sound = []
        for number, outcome in enumerate(self.draft.outcomes):
            # The first outcome is whole, so that every plan has a thread to follow.
            if number and self._falls("outcome_without_objective"):
                self.bare.add(outcome.id)
                self.draft.plant("outcome_without_objective", outcome.id)
                continue
            sound.append(outcome)
            objective = self._objective(outcome)
            if number and self._falls("outcome_without_action"):
                sound.pop()
                self.bare.update((outcome.id, objective.id))
                self.draft.plant("outcome_without_action", outcome.id)
                self.draft.plant("local_outcome_without_action", outcome.id)
                self.draft.plant("objective_without_action", objective.id)
        while len(self.draft.objectives) < wanted:
            outcome = self.draw.choice(sound)
            objective = self._objective(outcome)
            if self._falls("objective_without_action"):
                self.bare.add(objective.id)
                self.draft.plant("objective_without_action", objective.id)
            if self._falls("objective_without_outcome"):
                objective.outcome = None
                self.draft.plant("objective_without_outcome", objective.id)

    def _objective(self, outcome: OutcomeDraft) -> ObjectiveDraft:
        theme = self.draw.choice(outcome.themes)
        number = len(self.draft.objectives) + 1
        objective = ObjectiveDraft(f"s{number}", theme, self.words.objective(theme), outcome.id)
        self.draft.objectives.append(objective)
        return objective

    def _actions(self) -> None:
        size = round(self.draw.lognormvariate(0, _SPREAD) * _USUAL_ACTIONS)
        wanted = min(max(size, ACTIONS[0]), ACTIONS[1])
        homes = [o for o in self.draft.objectives if o.id not in self.bare]
        direct = [o for o in self.draft.outcomes if o.id in self.bare and self._has_none(o.id)]
        for objective in homes:
            self._under(objective)
        for outcome in direct:
            self._straight_to(outcome)
        weights = [self.draw.uniform(0.3, 1.0) for _ in homes]
        while len(self.draft.actions) < wanted:
            objective = self.draw.choices(homes, weights)[0]
            if self._falls("action_without_outcome"):
                action = self._action(objective.theme)
                self.draft.plant("action_without_outcome", action.id)
                self.draft.plant("action_without_objective", action.id)
                self._row(action)
            elif objective.outcome and self._falls("action_without_objective"):
                self._straight_to(self._outcome_of(objective.outcome))
            elif self._falls("dangling_reference"):
                action = self._action(objective.theme)
                action.objective = "s99"
                self.draft.plant("dangling_reference", action.id)
                self._row(action)
            else:
                self._under(objective)

    def _has_none(self, outcome: str) -> bool:
        return all(objective.outcome != outcome for objective in self.draft.objectives)

    def _outcome_of(self, id_: str) -> OutcomeDraft:
        return next(outcome for outcome in self.draft.outcomes if outcome.id == id_)

    def _under(self, objective: ObjectiveDraft) -> None:
        action = self._action(objective.theme)
        action.objective, action.outcome = objective.id, objective.outcome
        self._row(action)

    def _straight_to(self, outcome: OutcomeDraft) -> None:
        action = self._action(self.draw.choice(outcome.themes))
        action.outcome = outcome.id
        self.draft.plant("action_without_objective", action.id)
        self._row(action)

    def _action(self, theme: Theme) -> ActionDraft:
        id_ = f"a{len(self.draft.actions) + 1}"
        if self._falls("smart_s"):
            text = self.words.vague(theme)
            self.draft.plant("smart_s", id_)
        elif self._falls("smart_a"):
            text = self.words.lacking(theme)
            self.draft.plant("smart_a", id_)
        else:
            text = self.words.action(theme)
        action = ActionDraft(id_, theme, text)
        self.draft.actions.append(action)
        return action

    def _row(self, action: ActionDraft) -> None:
        """Fill in who, by when, how it is known, and for which need."""
        theme, draw = action.theme, self.draw
        if self._falls("action_without_lead"):
            self.draft.plant("action_without_lead", action.id)
        else:
            action.lead = theme.leads[min(int(draw.expovariate(1.2)), len(theme.leads) - 1)]
        self._due(action)
        outcome = self._outcome_of(action.outcome) if action.outcome else None
        if outcome:
            self.reached.update(outcome.national)
        if not self._falls("smart_m"):
            action.measure = self.words.measure(theme)
        elif outcome is None or not (outcome.measures or outcome.indicators):
            self.draft.plant("smart_m", action.id)
        if draw.random() < 0.6:
            action.interventions = (draw.choice(theme.interventions),)
        action.needs = tuple(n for n in theme.needs if n in self.draft.needs)[: draw.randint(0, 2)]

    def _due(self, action: ActionDraft) -> None:
        if self._falls("smart_t"):
            action.due_as_written = self.draw.choice(("ongoing", "Ongoing", "as needed", ""))
            self.draft.plant("smart_t", action.id)
            return
        period = self.draft.period
        if self._falls("due_outside_period"):
            month, year = 3, period.last + self.draw.choice((1, 2))
            self.draft.plant("due_outside_period", action.id)
        else:
            month = self.draw.randint(1, 12)
            year = self.draw.randint(period.first + 1, period.last - 1)
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        written = (last.strftime("%d/%m/%Y"), f"{_MONTHS[month - 1]} {year}")
        action.due_as_written, action.due = self.draw.choice(written), last

    def _national(self) -> None:
        for code in self.framework.outcomes:
            said = NationalDraft(code, priority=self.draw.random() < 0.5)
            self.draft.national.append(said)
            if code not in self.reached:
                self.draft.plant("no_action", code)
            own = tuple(_indicators(code)) if self._year == "2023" else ()
            if self._falls("no_assessment"):
                said.assessed = False
                self.draft.plant("no_assessment", code)
            elif own and self._falls("assessment_without_indicator"):
                self.draft.plant("assessment_without_indicator", code)
            else:
                said.indicators = own
            if self._falls("no_priority_decision"):
                said.decided = False
                self.draft.plant("no_priority_decision", code)

    def _checklist(self) -> None:
        for item in checklist_items():
            verdict = "present"
            if self._falls("checklist_missing"):
                verdict = "missing"
            elif self._falls("checklist_partial"):
                verdict = "partial"
            self.draft.checklist[item.number] = verdict
            if verdict != "present":
                self.draft.plant(f"checklist_{verdict}", item.number)
        if self.draft.checklist["12"] != "present":
            self.draft.plant("no_participation_statement", "plan")
        if self._falls("no_publication_statement"):
            self.draft.publication = False
            self.draft.plant("no_publication_statement", "plan")


def _indicators(code: str) -> list[str]:
    """Return the codes of the national indicators that measure an outcome by themselves."""
    return [
        i for theme in themes() if code in theme.serves.get("2023", ()) for i in theme.indicators
    ][:1]
