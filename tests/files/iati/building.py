"""IATI files of our own, small and complete, and the published schema to hold them against."""

from importlib import import_module
from pathlib import Path
from typing import Any

from obamodel.files.iati import IatiFile, parse_iati

# The parser that judges, and is not the one that is judged; it has no types of its own.
etree: Any = import_module("lxml.etree")

# Everything that the schema lets stand in a result, in every place where it may stand, and around
# it an activity with things of its own and from elsewhere.
COMPLETE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- Made up for a test. -->
<iati-activities version="2.03" generated-datetime="2024-05-01T00:00:00Z"
    xmlns:own="urn:example:own">
  <iati-activity xml:lang="en" default-currency="GBP" own:colour="green">
    <iati-identifier>GB-CHC-999999-CLINICS</iati-identifier>
    <reporting-org ref="GB-CHC-999999" type="22"><narrative>Care for All</narrative></reporting-org>
    <title><narrative>Clinics &amp; care</narrative></title>
    <description type="1">
      <narrative>Small clinics <![CDATA[<near> home]]>.</narrative>
    </description>
    <participating-org role="4" type="22"><narrative>Care for All</narrative></participating-org>
    <activity-status code="2"/>
    <activity-date type="2" iso-date="2020-04-01"/>
    <location ref="NORTH"><name><narrative>The north</narrative></name></location>
    <location ref="SOUTH"/>
    <transaction>
      <transaction-type code="3"/>
      <transaction-date iso-date="2021-01-31"/>
      <value value-date="2021-01-31" own:checked="yes">1200</value>
    </transaction>
    <result type="1" aggregation-status="true">
      <title>
        <narrative>Clinics are open.</narrative>
        <narrative xml:lang="fr">Les cliniques sont ouvertes.</narrative>
      </title>
      <description><narrative>Near to where people live.</narrative></description>
      <document-link format="application/pdf" url="https://example.org/clinics.pdf">
        <title><narrative>A plan</narrative></title>
        <description><narrative>What is planned</narrative></description>
        <category code="A01"/>
        <category code="A08"/>
        <language code="en"/>
        <document-date iso-date="2020-03-01"/>
      </document-link>
      <reference code="R1" vocabulary="99" vocabulary-uri="https://example.org/results"/>
      <indicator measure="1" ascending="1" aggregation-status="0">
        <title><narrative>Clinics opened</narrative></title>
        <description><narrative>Counted when the first patient comes.</narrative></description>
        <document-link format="text/html" url="https://example.org/how">
          <title><narrative>How we count</narrative></title>
          <category code="A05"/>
        </document-link>
        <reference vocabulary="7" code="3.8.1"/>
        <reference vocabulary="99" code="C1" indicator-uri="https://example.org/c1"/>
        <baseline year="2019" iso-date="2019-12-31" value="4" own:by="hand">
          <document-link format="text/plain" url="https://example.org/count.txt">
            <title><narrative>The count</narrative></title>
            <category code="A05"/>
          </document-link>
          <comment><narrative>Counted by hand.</narrative></comment>
          <own:seen by="a"><own:more/></own:seen>
        </baseline>
        <baseline year="2019" value="1">
          <location ref="NORTH"/>
          <dimension name="kind" value="mobile"/>
        </baseline>
        <period own:round="1">
          <period-start iso-date="2020-01-01"/>
          <period-end iso-date="2020-12-31"/>
          <target value="6"/>
          <actual value="5">
            <comment>
              <narrative>One opened late.</narrative>
              <narrative xml:lang="fr">Une a ouvert en retard.</narrative>
            </comment>
            <document-link format="text/html" url="https://example.org/2020">
              <title><narrative>The year 2020</narrative></title>
              <category code="A05"/>
            </document-link>
            <own:seen/>
          </actual>
          <actual value="2">
            <location ref="NORTH" own:sure="no"/>
            <dimension name="kind" value="mobile"/>
          </actual>
        </period>
        <period>
          <period-start iso-date="2021-01-01Z"/>
          <period-end iso-date="2021-12-31"/>
          <target value="8">
            <comment><narrative>Asked for by the council.</narrative></comment>
          </target>
          <actual value="7"/>
          <actual value="3">
            <location ref="NORTH"/>
            <dimension name="kind" value="mobile"/>
          </actual>
          <own:note>Two &lt; three</own:note>
        </period>
      </indicator>
      <indicator measure="2">
        <title><narrative>Patients seen in a week</narrative></title>
        <period>
          <period-start iso-date="2020-04-01"/>
          <period-end iso-date="2021-03-31"/>
          <actual value="62.50"/>
        </period>
      </indicator>
    </result>
    <result type="2">
      <title><narrative>People live well.</narrative></title>
      <indicator measure="5" ascending="true">
        <title><narrative>What people say</narrative></title>
        <baseline year="2019">
          <comment><narrative>Nobody had been asked.</narrative></comment>
        </baseline>
        <period>
          <period-start iso-date="2021-01-01"/>
          <period-end iso-date="2021-06-30"/>
          <target><comment><narrative>Everybody feels heard.</narrative></comment></target>
          <actual><comment><narrative>Most feel heard.</narrative></comment></actual>
        </period>
      </indicator>
      <own:extra xmlns:own="urn:example:other"/>
    </result>
    <own:tail/>
  </iati-activity>
</iati-activities>
"""

_START = """\
<iati-activities version="2.03">
<iati-activity xml:lang="en">
<iati-identifier>GB-CHC-999999-1</iati-identifier>
<reporting-org ref="GB-CHC-999999" type="22"><narrative>Care for All</narrative></reporting-org>
<title><narrative>Clinics</narrative></title>
<description><narrative>Small clinics.</narrative></description>
<participating-org role="4"><narrative>Care for All</narrative></participating-org>
<activity-status code="2"/>
<activity-date type="2" iso-date="2020-04-01"/>
"""
_END = "\n</iati-activity>\n</iati-activities>\n"
FIRST_LINE = 1 + _START.count("\n")
"""The line on which what is given to :func:`wrap` begins."""


def wrap(results: str) -> str:
    """Put results into the least activity that the schema accepts."""
    return f"{_START}{results}{_END}"


def indicate(
    inside: str, *, measure: str = "1", more: str = ' ascending="1"', title: str = "Visits"
) -> str:
    """Make a file with one result, on the first line, and one indicator, on the next."""
    return wrap(
        f'<result type="2"><title><narrative>Better</narrative></title>\n'
        f'<indicator measure="{measure}"{more}><title><narrative>{title}</narrative></title>\n'
        f"{inside}\n</indicator></result>"
    )


def year(number: int, inside: str) -> str:
    """Make a period of one calendar year."""
    return span(f"{number}-01-01", f"{number}-12-31", inside)


def span(start: str, end: str, inside: str) -> str:
    """Make a period on one line."""
    days = f'<period-start iso-date="{start}"/><period-end iso-date="{end}"/>'
    return f"<period>{days}{inside}</period>"


def read(text: str, **more: Any) -> IatiFile:
    return parse_iati(text.encode(), "a.xml", **more)


def validate(path: Path, shared_data: Path) -> list[str]:
    """Name everything that the published schema says against a file."""
    schema = read_schema(shared_data)
    schema.validate(etree.parse(str(path)))
    return [str(error) for error in schema.error_log]


def read_schema(shared_data: Path) -> Any:
    """Read the published schema."""
    place = shared_data / "formats" / "iati" / "iati-activities-schema.xsd"
    return etree.XMLSchema(etree.parse(str(place)))
