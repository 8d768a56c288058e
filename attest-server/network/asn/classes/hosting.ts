/**
 * Who rents out servers, virtual ones and web space: an address here is a machine's, or a person's whose VPN runs on one (M247, Datacamp).
 * A line: who runs it, and its AS numbers. Sorted by name; reviewed by hand against the registries’ names of 2026-06.
 */
export const hosting = `
1 Cloud Lab: 15497
1337 Services (RDP.sh): 210558
23M: 47447
A2 Hosting: 55293
AbeloHost: 204196
active 1: 197071
Adacor: 42442
Advin Servers: 206216
Aeza: 210644 216246
AlexHost: 200019
AltusHost: 51430
Amanah Tech: 32489
Anexia: 42473
Artnet: 197155 200088
Aruba Cloud: 199653 199883
Astute Hosting: 54527 63213
aurologic: 30823
Automattic: 2635
B2 Net Solutions (ServerMania): 55286
Beget: 198610
BelCloud: 44901
Biterika: 35048 214574
BlueVPS: 62005
Byteplus: 150436
CariNet: 10439
Cherry Servers: 16125 59642 204770 210162 213896 214159 216444
CJ2 Hosting: 39704
Cleura: 42695
Cloud Technologies (Cloud.ru): 208677
Cloudie: 55933
CloudSigma: 50837
Clouvider: 62240
Contabo: 40021 51167 141995
CoreSpace: 54489
Crea Nova: 51765
Cyber_Folks: 29522 41079 198414
Data102: 33302
dataforest: 58212
DC74: 17216
Dedicated.com: 63018
DEFT (Server Central): 23352
dhosting: 48896
DigitalOne: 47328
DinaHosting: 42612
DreamHost: 26347
Easyhost: 28747 39756
EDIS: 57169
EGIHosting: 18779
Enzu: 18978
Eonix: 49532 62904
Equinix Metal (Packet): 54825
eSecureData: 11831
EVANZO: 42730
Exoscale (Akenes): 61098
firstcolo: 31400 44066
Fly.io: 40509
FOXCLOUD: 200904
FranTech (BuyVM): 53667
G-Core Labs: 199524 202422
GABIA: 17589
GHOSTnet: 12586
Gigabit Hosting: 55720
Gigas: 27640 57286
GigeNET: 32181
GleSYS: 42708
Global Layer: 49453
GlobalTeleHost (GTHost): 20724 62563 63023
GloboTech: 36666
GMO Internet: 7506 58791 135161
GoDaddy: 26496 31815 398101 398108 398110 398787 400754
GorillaServers: 53850
Green Floid (ITL): 15626 21100 59729 204957
H4Y Technologies: 397373
Handy Networks: 30475
Hawk Host: 20068
Heart Internet: 20738
Hetzner: 24940 212317 213230 215859
High Availability Hosting: 49485
Hivelocity: 29802 61317
home.pl: 12824
Host Africa: 329184
Host Europe: 8972 20773 21499 21501 34011 60253
Host Sailor: 60117
HostDime: 33182
HostDime Brasil (Dimenoc): 53055
Hosteons: 142036
Hostgator Brasil: 263093
HostHatch: 63473
Hosting Ukraine: 200000
Hostinger: 47583
Hostiserver: 32338
HOSTKEY: 57043
Hostland: 62082
Hostnet: 197902
HostPapa (ColoCrossing): 9115 11989 23273 36352 40092 54290
Hostpoint: 29097
HostPro Lab: 196645
HostRoyale: 39486 46516 133499 134450 203020 204287 207990
Hostserver: 29140
HostUS: 7489
Hydra Communications: 25369
HZ Hosting: 59711 202015
i3D.net: 49544
IDC Frontier: 4694
iFog: 34927
Infomaniak: 29222
InMotion Hosting: 22611 54641
Input Output Flood: 53755
Internap: 32475
INTERNET CZ (Forpsi): 24806
Interserver: 19318
IOMART: 20860
IONOS: 8560
IP-Projects: 48314
IT7 Networks (BandwagonHost): 25820
Joe's Datacenter: 19969
Kagoya: 24282
Kamatera: 36007 41436 54913 64022 204548 210329 215728 396948 396949
Keyweb: 31103
Krypt (VPLS): 35908
kt cloud: 152232
Latitude.sh (Maxihost): 262287 396356
Leaseweb: 7203 16265 19148 27411 28753 30633 32613 38930 59253 60626 60781 133752 134351 136988 205544 393886 394380 395954 396190 396362
Limestone Networks: 46475
Liquid Web: 32244 40819
LogicWeb: 64286
M247: 9009
MasterDC: 24971
Masterhost: 25532
Melbikomas: 8849 56630
MEVSPACE: 201814
MIRhosting: 52000
MojoHost: 27589
Multacom: 35916
MVPS: 202448
myLoc: 15960 39519 41412 42263 205411
Namecheap: 22612
nazwa.pl: 15967
NetActuate: 36236
netcup: 197540 214996
Netwise Hosting: 60800
Network Solutions: 19871
Newfold Digital (Unified Layer): 29873 46606
NForce Entertainment: 43350
NHN Cloud: 45974 151386
Nine Internet Solutions: 29691
Nocix: 33387
Nodes Direct: 19531
NovoServe: 24875
Ntirety: 20021 32400
Octopuce: 28855
OVH: 16276 35540
Performive: 46562
Petersburg Internet Network: 44050
PhoenixNAP: 11572 12189 59210 60558
PlanetHoster: 53589
PlusServer: 61157
Private Layer: 51852
Psychz Networks: 40676
PureVoltage: 26548
QuadraNet: 8100
QualityHosting: 25260
QuickPacket: 46261
Rackhosting: 31590
Rackspace: 12200 15395 19994 27357 33070 45187 58683
Railway: 400940
RamNode (InMotion): 3842
RedeHost: 53057
REG.RU: 49352 197695
ReliableSite: 23470
Reprise Hosting: 62838
root SA: 5577
RouterHosting (Cloudzy): 14956
Sakura Internet: 7684 9370 9371 55897
Scaleway: 12876 29447 54265 202023
Secured Servers (PhoenixNAP): 19437 20454
Seflow: 49367
Selectel: 49505 50340 61976
ServerAstra: 56322
Serverius: 50673 208685 211895
Servers Australia: 45671
Servers.com: 7979 61107
ServeTheWorld: 34989
SG.GS: 24482
Sharktech: 46844
Snel.com: 62370
SprintHost: 35278
Squarespace: 53831
Strato: 6724
Sucuri: 30148
SuperHosting.BG: 201200
SysEleven: 25291
Take 2 Hosting: 20248
Team Blue (Simply): 29550
Techie Hosting: 13909
The Constant Company (Vultr): 20473 46407
The Infrastructure Group: 60404
Timeweb: 9123 51789 204427 210976
Trabia: 43289
Turnkey Internet: 40244
tzulo: 11878
UDomain: 23881
UK Dedicated Servers: 42831
UK-2: 13213
Ultahost: 214036
UpCloud: 25697 202053
VEESP: 42532 43317
velia.net: 29066 30083
Virtual Systems: 6698
VolumeDrive: 46664
Voxility: 3223
VSHosting: 43541
WAIcore: 213887
Web Werks: 33480 133296
Webair: 20264 27257
Webdock: 44803
WebNX: 18450
Webzilla: 35415 40824
WholeSale Internet: 32097
WIIT: 24961
Wix: 58182
WorldStream: 49981
Xneelo: 37153
Xserver: 131965
YISP: 58073
Zappie Host: 61138
Zenlayer: 4229 21859 29752 38854 62610 139625
Zomro: 204601
`
