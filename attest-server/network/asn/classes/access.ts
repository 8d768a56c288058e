/**
 * Large providers of homes and phones. Listed to say that these are no data centres; left out are those that are known to rent out
 * servers under the same number. Proxies on people’s own devices are here, too.
 * A line: who runs it, and its AS numbers. Sorted by name; reviewed by hand against the registries’ names of 2026-06.
 */
export const access = `
A1 Telekom Austria: 8447
Airtel India: 24560 45609
AT&T: 7018 20057
Bell Canada: 577
Bezeq: 8551
Biglobe: 2518
Bouygues Telecom: 5410
Brightspeed: 19901
BT: 2856
Cellcom Israel: 1680
Charter (Spectrum): 10796 11351 11426 11427 12271 20001 20115 33363
Claro Brasil: 28573
Comcast: 7922
Cox: 22773
Deutsche Telekom: 3320
Digi Romania: 8708
DNA: 16086
Fastweb: 12874
Free: 12322
Frontier: 5650
Google Fiber: 16591
Hong Kong Broadband: 9269
JCOM: 9617 9824
KDDI: 2516
KPN: 1136
LG U+ (Powercomm): 17858
Magyar Telekom: 5483
Mediacom: 30036
MegaFon: 12714
MEO: 3243
MTS: 8359
NOS: 2860
NTT Docomo: 9605
O2 Czech Republic: 5610
Odido: 50266
Optus: 4804
Orange: 3215
Orange Espagne: 12479
Orange Polska: 5617
OTE: 6799
Partner Communications: 12400
Play (P4): 9141 31242
PLDT: 9299
Proximus: 5432
RCN: 6079
Reliance Jio: 55836
Rogers: 812
Saudi Telecom: 25019
SFR: 15557
Shaw: 6327
SK Telecom: 9644
Sky UK: 5607
Suddenlink: 19108
Sunrise: 6730
Swisscom: 3303
T-Mobile Austria (Magenta): 8412
T-Mobile USA: 21928
TalkTalk: 13285
TDS Telecom: 4181
Tele2 Sverige: 1257
Telecom Argentina: 7303
Telecom Italia: 3269
Telefonica Brasil: 18881 26599 27699
Telefonica de Espana: 3352
Telefonica Germany: 6805
Telekomunikasi Selular: 23693
Telenet: 6848
Telenor Norge: 2119
Telia: 1759 3301
Telkom South Africa: 5713 37457
TELUS: 852
TIM Brasil: 26615
Turk Telekom: 9121
Turkcell: 16135 34984
Uninet (Telmex): 8151
Verizon: 6167 22394
Videotron: 5769
VimpelCom: 8402
Virgin Media: 5089
Vodacom: 29975
Vodafone Germany: 3209
Vodafone Italia: 30722
Vodafone Portugal: 12353
Vodafone Spain: 6739 12430
Vodafone UK: 5378
VodafoneZiggo: 33915
Wave Broadband: 11404
Wind Tre: 1267
Windstream: 7029
`
