"""Tables as Fingertips gives them and takes them, with rows of our own."""

import csv
import io
from typing import Any

DOWNLOAD = (
    *("Indicator ID", "Indicator Name", "Parent Code", "Parent Name", "Area Code", "Area Name"),
    *("Area Type", "Sex", "Age", "Category Type", "Category", "Time period", "Value"),
    *("Lower CI 95.0 limit", "Upper CI 95.0 limit", "Lower CI 99.8 limit", "Upper CI 99.8 limit"),
    *("Count", "Denominator", "Value note", "Recent Trend"),
    "Compared to England value or percentiles",
    "Compared to Regions (statistical) value or percentiles",
    *("Time period Sortable", "New data", "Compared to goal", "Time period range"),
)
USUAL: dict[str, Any] = {
    "Indicator ID": 1,
    "Indicator Name": "People who walk",
    "Parent Code": "E92000001",
    "Parent Name": "England",
    "Area Code": "E06000001",
    "Area Name": "Hartlepool",
    "Area Type": "UA",
    "Sex": "Persons",
    "Age": "18+ yrs",
    "Time period": "2014",
    "Value": 20,
    "Time period Sortable": "20140000",
    "Time period range": "1y",
}
OLD_UPLOAD = (
    *("IndicatorId", "Year", "YearRange", "Quarter", "Month", "AgeId", "SexId", "AreaCode"),
    *("Count", "Value", "LowerCI95", "UpperCI95", "Denominator", "Denominator_2"),
    *("ValueNoteId", "CategoryTypeId", "CategoryId"),
)
OLD_USUAL: dict[str, Any] = {
    **dict.fromkeys(OLD_UPLOAD, -1),
    "IndicatorId": 1,
    "Year": 2014,
    "YearRange": 1,
    "AgeId": 168,
    "SexId": 4,
    "AreaCode": "E06000001",
    "Value": 20,
}
NEW_UPLOAD = (
    *("area_code", "date_from", "date_to", "period_type", "sex", "age_from_years_inclusive"),
    *("age_to_years_inclusive", "deprivation_decile", "deprivation_category", "count", "value"),
    *("denominator", "lower_ci_95", "upper_ci_95", "lower_ci_99_8", "upper_ci_99_8"),
)
NEW_USUAL: dict[str, Any] = {
    "area_code": "E06000001",
    "date_from": "2014-01-01",
    "date_to": "2014-12-31",
    "period_type": "calendar_year",
    "sex": "persons",
    "age_from_years_inclusive": 18,
    "value": 20,
}
_FORMS: dict[tuple[str, ...], dict[str, Any]] = {
    DOWNLOAD: USUAL,
    OLD_UPLOAD: OLD_USUAL,
    NEW_UPLOAD: NEW_USUAL,
}


def list_rows(*rows: dict[str, Any], form: tuple[str, ...] = DOWNLOAD) -> list[dict[str, Any]]:
    """List rows in full: what is not said of one is as usual, or empty."""
    return [{name: (_FORMS[form] | row).get(name, "") for name in form} for row in rows]


def write_table(*rows: dict[str, Any], form: tuple[str, ...] = DOWNLOAD) -> str:
    """Write rows as a file has them."""
    kept = io.StringIO()
    writer = csv.DictWriter(kept, form, lineterminator="\n")
    writer.writeheader()
    writer.writerows(list_rows(*rows, form=form))
    return kept.getvalue()


def at(year: int, **other: Any) -> dict[str, Any]:
    """Say of a row of the download in which calendar year it is."""
    when = {"Time period": str(year), "Time period Sortable": f"{year}0000"}
    return when | {name.replace("_", " "): value for name, value in other.items()}
