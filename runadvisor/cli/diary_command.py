"""``runadvisor diary``: what the body says, written down and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.cli import clock
from runadvisor.cli.diary_json import diary_json
from runadvisor.cli.diary_words import (
    added_lines,
    consequence_lines,
    diary_lines,
    health_question_lines,
    hint_lines,
    question_lines,
)
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.history_file import opened, opened_or_new
from runadvisor.cli.json_output import dumped
from runadvisor.cli.words import WrongUseError
from runadvisor.domain.body import Side, has_sides
from runadvisor.domain.diary import (
    Answer,
    CheckIn,
    Clearance,
    Diary,
    HealthAnswer,
    Injury,
    Occasion,
    PainEntry,
    Screening,
)
from runadvisor.language import _
from runadvisor.warning.profile import profile_on
from runadvisor.warning.questions import (
    general_signs,
    open_questions,
    spot_questions,
    ticks,
)
from runadvisor.warning.red_flags import may_be_taken_back, taking_back

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from runadvisor.advisor import Advisor
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.warning.profile import Profile


def run(arguments: Namespace) -> ExitCode:
    """Do one action of the diary."""
    actions = {
        "list": _list,
        "add": _add,
        "questions": _questions,
        "injury": _injury,
        "health": _health,
        "seen": _seen,
        "take-back": _take_back,
    }
    opening = opened if arguments.action in {"list", "questions", "take-back"} else opened_or_new
    with opening(arguments.history) as advisor:
        actions[arguments.action](advisor, arguments)
    return ExitCode.DONE


def _list(advisor: Advisor, arguments: Namespace) -> None:
    diary = _between(advisor.diary(), arguments.first_day, arguments.last_day)
    print(dumped(diary_json(diary)) if arguments.json else "\n".join(diary_lines(diary)))


def _between(diary: Diary, first: date | None, last: date | None) -> Diary:
    def is_in(day: date) -> bool:
        return (first is None or day >= first) and (last is None or day <= last)

    return Diary(
        pain=tuple(entry for entry in diary.pain if is_in(entry.date)),
        check_ins=tuple(entry for entry in diary.check_ins if is_in(entry.date)),
        injuries=tuple(injury for injury in diary.injuries if is_in(injury.start)),
        health=tuple(answer for answer in diary.health if is_in(answer.date)),
        screenings=tuple(entry for entry in diary.screenings if is_in(entry.date)),
        clearances=tuple(visit for visit in diary.clearances if is_in(visit.date)),
    )


def _add(advisor: Advisor, arguments: Namespace) -> None:
    day = arguments.date or clock.today()
    _refuse_later(day)
    profile = profile_on(day, advisor.diary(), advisor.athlete)
    entry = (
        None if arguments.site is None else _pain_entry(arguments, day, profile, advisor.catalog)
    )
    check_in = _check_in(arguments, day)
    if entry is None and check_in is None and not arguments.signs:
        msg = _("There is nothing to write down: give --site, --sleep or --illness.")
        raise WrongUseError(msg)
    signs = _signs(advisor, arguments, day, profile)
    more = Diary(
        pain=() if entry is None else (entry,),
        check_ins=() if check_in is None else (check_in,),
        screenings=(signs,),
    )
    advisor.keep(more)
    asked = () if entry is None or not entry.is_painful else _left_open(entry, profile)
    print("\n".join(added_lines(entry, check_in, asked, advisor.catalog)))
    _say_consequences(advisor)


def _left_open(entry: PainEntry, profile: Profile) -> tuple[str, ...]:
    return open_questions(entry.site, profile, entry.answers)


def _pain_entry(arguments: Namespace, day: date, profile: Profile, catalog: Catalog) -> PainEntry:
    site, side = arguments.site, arguments.side
    if has_sides(site) and side not in {Side.LEFT, Side.RIGHT, Side.BOTH}:
        raise WrongUseError(
            _("Which side? Add --side left, right or both to {site}.").format(site=site.value)
        )
    if not has_sides(site) and side is not None:
        raise WrongUseError(_("{site} has no side: leave --side out.").format(site=site.value))
    if arguments.run_date is not None and arguments.run_date > day:
        msg = _("--run-date is not after the day of the entry.")
        raise WrongUseError(msg)
    given = dict(arguments.answer)
    asked = spot_questions(site, profile, {"gradual": Answer.NO, **given})
    unknown = [question for question in given if question not in asked]
    if unknown:
        raise WrongUseError(
            _("{site} does not ask “{question}”. It asks: {asked}.").format(
                site=site.value, question=unknown[0], asked=", ".join(asked)
            )
        )
    may = ticks(site, catalog)
    wrong = set(arguments.tick) - set(may)
    if wrong:
        raise WrongUseError(
            _("“{sign}” cannot be ticked at {site}: {signs}.").format(
                sign=min(wrong), site=site.value, signs=", ".join(may) or _("nothing")
            )
        )
    no_to_all = dict.fromkeys(asked, Answer.NO) if arguments.all_no else {}
    return PainEntry(
        date=day,
        entered_at=clock.now(),
        site=site,
        side=side or Side.MIDDLE,
        run_date=arguments.run_date,
        during=arguments.during,
        after=arguments.after,
        morning=arguments.morning,
        walking=arguments.walking,
        stiff_min=arguments.stiff,
        answers=no_to_all | given,
        ticked=frozenset(arguments.tick),
        note=arguments.note,
    )


def _check_in(arguments: Namespace, day: date) -> CheckIn | None:
    said = (
        arguments.sleep,
        arguments.illness,
        arguments.fever_medicine,
        arguments.medicines or None,
    )
    if all(value is None for value in said):
        return None
    medicine = arguments.fever_medicine
    return CheckIn(
        date=day,
        entered_at=clock.now(),
        sleep_h=arguments.sleep,
        illness=arguments.illness,
        took_fever_medicine=None if medicine is None else Answer(medicine),
        medicines=arguments.medicines,
        note="" if arguments.site is not None else arguments.note,
    )


def _signs(advisor: Advisor, arguments: Namespace, day: date, profile: Profile) -> Screening:
    known = {flag.flag_id for flag in general_signs(advisor.catalog.red_flags, profile)}
    for flag in arguments.signs:
        if flag not in known:
            raise WrongUseError(
                _("There is no sign “{sign}”. See: runadvisor diary questions").format(sign=flag)
            )
    return Screening(
        date=day,
        entered_at=clock.now(),
        occasion=Occasion.DIARY,
        any_of_these=Answer.YES if arguments.signs else Answer.NO,
        answers=dict.fromkeys(arguments.signs, Answer.YES),
    )


def _questions(advisor: Advisor, arguments: Namespace) -> None:
    profile = profile_on(clock.today(), advisor.diary(), advisor.athlete)
    print("\n".join(question_lines(arguments.site, profile, advisor.catalog)))


def _injury(advisor: Advisor, arguments: Namespace) -> None:
    if arguments.end is not None and arguments.end < arguments.start:
        msg = _("--end is not before --start.")
        raise WrongUseError(msg)
    injury = Injury(
        region=arguments.region,
        side=arguments.side or Side.MIDDLE,
        start=arguments.start,
        end=arguments.end,
        kind=arguments.kind,
        note=arguments.note,
    )
    advisor.keep(Diary(injuries=(injury,)))
    print("\n".join(diary_lines(Diary(injuries=(injury,)))))


def _health(advisor: Advisor, arguments: Namespace) -> None:
    today = clock.today()
    if not arguments.answers:
        profile = profile_on(today, advisor.diary(), advisor.athlete)
        print("\n".join(health_question_lines(profile, advisor.catalog)))
        return
    answers = tuple(
        HealthAnswer(date=today, entered_at=clock.now(), item=item, answer=answer, day=day)
        for item, answer, day in arguments.answers
    )
    advisor.keep(Diary(health=answers))
    print("\n".join(diary_lines(Diary(health=answers))))
    _say_consequences(advisor)


def _seen(advisor: Advisor, arguments: Namespace) -> None:
    _refuse_later(arguments.on)
    visit = Clearance(
        date=clock.today(),
        entered_at=clock.now(),
        seen_on=arguments.on,
        by_whom=arguments.by,
        permission=arguments.allowed,
        text=arguments.note,
    )
    advisor.keep(Diary(clearances=(visit,)))
    print("\n".join(diary_lines(Diary(clearances=(visit,)))))
    _say_consequences(advisor)


def _take_back(advisor: Advisor, arguments: Namespace) -> None:
    today, now = clock.today(), clock.now()
    asked = may_be_taken_back(advisor.advice(as_of=today, weeks=1).signs, now)
    if not asked:
        msg = _("Nothing of the last 24 hours can be taken back.")
        raise WrongUseError(msg)
    given = dict(arguments.answer)
    if not set(asked) <= given.keys():
        flags = {flag.flag_id: flag.text for flag in advisor.catalog.red_flags}
        texts = {key: question.ask for key, question in advisor.catalog.questions.items()}
        print(_("To take it back, answer each of these again with --answer ID=no:"))
        for question in asked:
            print(f"  {question}: {texts.get(question) or flags[question]}")
        return
    answers = {question: given[question] for question in asked}
    again = taking_back(answers, day=today, now=now)
    all_no = again.any_of_these is Answer.NO
    advisor.keep(Diary(screenings=(again,)))
    print(_("Taken back.") if all_no else _("Not every answer is a plain no: it stays as it is."))
    _say_consequences(advisor)


def _say_consequences(advisor: Advisor) -> None:
    advice = advisor.advice(as_of=clock.today(), weeks=1)
    for line in (*consequence_lines(advice), *hint_lines(advice)):
        print(line)


def _refuse_later(day: date) -> None:
    if day > clock.today():
        raise WrongUseError(_("{day} is still to come.").format(day=day.isoformat()))
