"""The command that writes an evaluation, or a file from elsewhere, in another form."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

import obamodel
from obamodel.cli.telling import add_telling, gather_told
from obamodel.errors import Fault, InvalidError

FORMS_OF_OTHERS = ("data-package", "scorecard", "iati")


def add_options(convert: argparse.ArgumentParser) -> None:
    """Add what can be said of the two forms."""
    convert.add_argument("source", metavar="A", help="an evaluation, or a file from elsewhere")
    convert.add_argument(
        "target", metavar="B", help="a name ending in .json or .xlsx, or that of a folder"
    )
    convert.add_argument(
        "--to",
        choices=("evaluation", *FORMS_OF_OTHERS),
        default="evaluation",
        help="the form of B, where it is not an evaluation",
    )
    convert.add_argument("--into", metavar="FILE", help="for IATI: the file of your activity")
    convert.add_argument(
        "--published", metavar="ADDRESS", help="for IATI: where the results in it are public"
    )
    convert.add_argument(
        "--result-type",
        choices=("output", "outcome", "impact", "other"),
        help="for IATI: what the results are",
    )
    add_telling(convert)


def convert(options: argparse.Namespace) -> None:
    """Write B, and say what was left behind."""
    if options.to == "evaluation":
        told = gather_told(options)
        left = obamodel.convert(options.source, options.target, **told).dropped
    else:
        left = _write_for_others(options)
    print(f"Wrote {options.target}")
    for fault in left:
        print(f"Left behind: {fault}")


def _write_for_others(options: argparse.Namespace) -> tuple[Fault, ...]:
    """Publish what was read, and write it in a form of others."""
    from obamodel.files.foreign import read_foreign, start_evaluation
    from obamodel.files.recognising import FileForm, recognise

    target = Path(options.target)
    if os.path.lexists(target):
        found, mend = "something is there already", "give a name that nothing has"
        raise InvalidError(str(target), [Fault("not-empty", found, mend, file=target.name)])
    left: tuple[Fault, ...] = ()
    if recognise(options.source) is FileForm.EVALUATION:
        evaluation = obamodel.load(options.source)
    else:
        evaluation, left = start_evaluation(read_foreign(options.source, **gather_told(options)))
    publication = obamodel.publish(evaluation)
    write = {
        "data-package": _write_package,
        "scorecard": _write_scorecard,
        "iati": _write_iati,
    }[options.to]
    return (*left, *write(publication, options))


def _write_package(
    publication: obamodel.Publication, options: argparse.Namespace
) -> tuple[Fault, ...]:
    shown = publication.evaluation
    return obamodel.write_data_package(
        options.target,
        name=shown.id,
        title=shown.title,
        series=shown.series,
        tables=publication.release.tables,
    ).dropped


def _write_scorecard(
    publication: obamodel.Publication, options: argparse.Namespace
) -> tuple[Fault, ...]:
    shown = publication.evaluation
    types = dict(_find_types(shown))
    if not types:
        found = "no series is about an indicator or a measure"
        mend = "say in the evaluation what each is about, so that it is known which kind it is"
        raise InvalidError(options.source, [Fault("nothing-to-write", found, mend)])
    answer = obamodel.write_scorecard(
        [each for each in shown.series if each.id in types],
        options.target,
        types=types,
        targets=[one for one in shown.targets if one.series in types],
    )
    found = "is about no indicator and no measure"
    mend = "say in the evaluation what it is about"
    homeless = [
        Fault("no-place", f"the series {each.id} {found}", mend)
        for each in shown.series
        if each.id not in types
    ]
    return (*homeless, *answer.dropped)


def _find_types(evaluation: obamodel.Evaluation) -> Iterator[tuple[str, str]]:
    """Say of each series whether it is of a population (i) or of a service (p)."""
    indicators = {one.id for one in evaluation.indicators}
    for each in evaluation.series:
        if each.about:
            yield each.id, "i" if indicators.issuperset(each.about) else "p"


def _write_iati(
    publication: obamodel.Publication, options: argparse.Namespace
) -> tuple[Fault, ...]:
    from obamodel.files.iati import IatiResultType, read_iati_file, write_iati

    faults = [
        Fault("not-said", f"nothing is said of {what}", mend)
        for what, said, mend in (
            ("the activity", options.into, "give the file of your activity with --into"),
            ("the kind of results", options.result_type, "say --result-type outcome, or another"),
        )
        if said is None
    ]
    if faults:
        raise InvalidError("the command", faults)
    shown = publication.evaluation
    return write_iati(
        shown.series,
        options.target,
        into=read_iati_file(options.into, published=options.published or ""),
        result_type=IatiResultType[options.result_type.upper()],
        targets=shown.targets,
        indicators=shown.indicators,
        outcomes=shown.outcomes,
        measures=shown.measures,
    ).dropped
