/**
 * The large clouds. Their own staff and the remote desktops that they rent out are people behind such an address.
 * A line: who runs it, and its AS numbers. Sorted by name; reviewed by hand against the registries’ names of 2026-06.
 */
export const cloud = `
Akamai Connected Cloud (Linode): 63949
Alibaba Cloud: 37963 45102 134963
Amazon Web Services: 8987 14618 16509
Baidu Cloud: 38365 55967
CDS Global Cloud: 63199
DigitalOcean: 14061 46652 393406
Google: 15169
Google Cloud: 214609 214611 396982
Huawei Cloud: 55990 136907 141180
IBM Cloud: 36351
JD Cloud: 131486 137753 137787
Kingsoft Cloud: 59019 137280
Microsoft Azure: 8068 8069 8075
NAVER Cloud: 23576 135354
Oracle Cloud: 31898
Tencent Cloud: 45090 132203 133478
UCloud: 59077 135377
Volcano Engine: 137718
Yandex Cloud: 200350 210656 215013
`
