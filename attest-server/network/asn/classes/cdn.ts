/**
 * Networks of caches. Apple’s Private Relay, Cloudflare’s WARP and others leave through them: **people in great number**.
 * A line: who runs it, and its AS numbers. Sorted by name; reviewed by hand against the registries’ names of 2026-06.
 */
export const cdn = `
Akamai: 12222 16625 17204 20940 21342 24319 26008 31108 32787 33905 34164 35994 36183 200005 213120
Bunny: 200325 399073
CacheFly: 30081
CDN77 (Datacamp): 60068 212238
CDNetworks: 38107
CDNvideo: 57363
Cloudflare: 13335 14789 132892 202623 203898 209242 395747
Edgecast: 14210 15133
Fastly: 54113
Imperva (Incapsula): 19551 62571
Limelight: 22822 23059 26506 38622 55429
`
