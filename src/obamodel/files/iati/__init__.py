"""Results as the International Aid Transparency Initiative publishes them: IATI 2.03."""

from obamodel.files.iati.activity import IatiActivity as IatiActivity
from obamodel.files.iati.activity import IatiFile as IatiFile
from obamodel.files.iati.asking import Answers as Answers
from obamodel.files.iati.describing import IatiOrganisation as IatiOrganisation
from obamodel.files.iati.describing import describe_activity as describe_activity
from obamodel.files.iati.exporting import write_iati as write_iati
from obamodel.files.iati.importing import convert_iati as convert_iati
from obamodel.files.iati.importing import read_iati as read_iati
from obamodel.files.iati.nouns import IatiBaseline as IatiBaseline
from obamodel.files.iati.nouns import IatiIndicator as IatiIndicator
from obamodel.files.iati.nouns import IatiMeasure as IatiMeasure
from obamodel.files.iati.nouns import IatiPeriod as IatiPeriod
from obamodel.files.iati.nouns import IatiResult as IatiResult
from obamodel.files.iati.nouns import IatiResultType as IatiResultType
from obamodel.files.iati.nouns import IatiValue as IatiValue
from obamodel.files.iati.parts import IatiAttribute as IatiAttribute
from obamodel.files.iati.parts import IatiDimension as IatiDimension
from obamodel.files.iati.parts import IatiDocument as IatiDocument
from obamodel.files.iati.parts import IatiLocation as IatiLocation
from obamodel.files.iati.parts import IatiNarrative as IatiNarrative
from obamodel.files.iati.parts import IatiRaw as IatiRaw
from obamodel.files.iati.parts import IatiReference as IatiReference
from obamodel.files.iati.reading import parse_iati as parse_iati
from obamodel.files.iati.reading import read_iati_file as read_iati_file
from obamodel.files.iati.slices import IatiSlice as IatiSlice
from obamodel.files.iati.writing import write_iati_file as write_iati_file
