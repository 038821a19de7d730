"""Country codes a topic may use: ISO 3166-1 alpha-3, and those of states the news still names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from pactline.record.topic_tables import read_rows

_ISO = """
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH
BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB
CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO
GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN
IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA
MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER
NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU
RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA
TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT
WLF WSM YEM ZAF ZMB ZWE
"""

FORMER = frozenset({"SUN", "YUG", "CSK", "DDR", "SCG"})
"""Withdrawn codes (ISO 3166-3): the Soviet Union, Yugoslavia, Czechoslovakia, East Germany, Serbia and Montenegro."""

COUNTRY_CODES = frozenset(_ISO.split()) | FORMER


@cache
def country_names() -> Mapping[str, str]:
    """ISO3 -> English name, of the first row and name that words/countries.csv has; a code without a row stands for itself."""
    rows = reversed(read_rows(Path(str(files("pactline"))) / "words" / "countries.csv"))
    return {code: code for code in sorted(COUNTRY_CODES)} | {row["iso3"]: row["en"].split("|")[0] for row in rows}


_TWO_LETTERS = """
ABW:aw AFG:af AGO:ao AIA:ai ALA:ax ALB:al AND:ad ARE:ae ARG:ar ARM:am ASM:as ATA:aq ATF:tf ATG:ag AUS:au AUT:at
AZE:az BDI:bi BEL:be BEN:bj BES:bq BFA:bf BGD:bd BGR:bg BHR:bh BHS:bs BIH:ba BLM:bl BLR:by BLZ:bz BMU:bm BOL:bo
BRA:br BRB:bb BRN:bn BTN:bt BVT:bv BWA:bw CAF:cf CAN:ca CCK:cc CHE:ch CHL:cl CHN:cn CIV:ci CMR:cm COD:cd COG:cg
COK:ck COL:co COM:km CPV:cv CRI:cr CSK:cshh CUB:cu CUW:cw CXR:cx CYM:ky CYP:cy CZE:cz DDR:dd DEU:de DJI:dj DMA:dm
DNK:dk DOM:do DZA:dz ECU:ec EGY:eg ERI:er ESH:eh ESP:es EST:ee ETH:et FIN:fi FJI:fj FLK:fk FRA:fr FRO:fo FSM:fm
GAB:ga GBR:gb GEO:ge GGY:gg GHA:gh GIB:gi GIN:gn GLP:gp GMB:gm GNB:gw GNQ:gq GRC:gr GRD:gd GRL:gl GTM:gt GUF:gf
GUM:gu GUY:gy HKG:hk HMD:hm HND:hn HRV:hr HTI:ht HUN:hu IDN:id IMN:im IND:in IOT:io IRL:ie IRN:ir IRQ:iq ISL:is
ISR:il ITA:it JAM:jm JEY:je JOR:jo JPN:jp KAZ:kz KEN:ke KGZ:kg KHM:kh KIR:ki KNA:kn KOR:kr KWT:kw LAO:la LBN:lb
LBR:lr LBY:ly LCA:lc LIE:li LKA:lk LSO:ls LTU:lt LUX:lu LVA:lv MAC:mo MAF:mf MAR:ma MCO:mc MDA:md MDG:mg MDV:mv
MEX:mx MHL:mh MKD:mk MLI:ml MLT:mt MMR:mm MNE:me MNG:mn MNP:mp MOZ:mz MRT:mr MSR:ms MTQ:mq MUS:mu MWI:mw MYS:my
MYT:yt NAM:na NCL:nc NER:ne NFK:nf NGA:ng NIC:ni NIU:nu NLD:nl NOR:no NPL:np NRU:nr NZL:nz OMN:om PAK:pk PAN:pa
PCN:pn PER:pe PHL:ph PLW:pw PNG:pg POL:pl PRI:pr PRK:kp PRT:pt PRY:py PSE:ps PYF:pf QAT:qa REU:re ROU:ro RUS:ru
RWA:rw SAU:sa SCG:csxx SDN:sd SEN:sn SGP:sg SGS:gs SHN:sh SJM:sj SLB:sb SLE:sl SLV:sv SMR:sm SOM:so SPM:pm SRB:rs
SSD:ss STP:st SUN:suhh SUR:sr SVK:sk SVN:si SWE:se SWZ:sz SXM:sx SYC:sc SYR:sy TCA:tc TCD:td TGO:tg THA:th TJK:tj
TKL:tk TKM:tm TLS:tl TON:to TTO:tt TUN:tn TUR:tr TUV:tv TWN:tw TZA:tz UGA:ug UKR:ua UMI:um URY:uy USA:us UZB:uz
VAT:va VCT:vc VEN:ve VGB:vg VIR:vi VNM:vn VUT:vu WLF:wf WSM:ws YEM:ye YUG:yucs ZAF:za ZMB:zm ZWE:zw
"""


@cache
def country_twos() -> Mapping[str, str]:
    """ISO3 -> the code of two letters in small letters, of four for withdrawn ones (ISO 3166-3)."""
    return dict(pair.split(":") for pair in _TWO_LETTERS.split())
