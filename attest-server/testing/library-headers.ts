type Headers = Readonly<Record<string, string>>

/** What HTTP libraries send if nobody tells them otherwise, by their sources. */
export const libraries: Readonly<Record<string, Headers>> = {
  'python-requests': {
    'user-agent': 'python-requests/2.32.3',
    'accept-encoding': 'gzip, deflate',
    accept: '*/*',
    connection: 'keep-alive',
  },
  aiohttp: { accept: '*/*', 'accept-encoding': 'gzip, deflate', 'user-agent': 'Python/3.12 aiohttp/3.9.5' },
  httpx: { accept: '*/*', 'accept-encoding': 'gzip, deflate, br, zstd', connection: 'keep-alive', 'user-agent': 'python-httpx/0.27.0' },
  'Go-http-client': { 'user-agent': 'Go-http-client/1.1', 'accept-encoding': 'gzip' },
  axios: { accept: 'application/json, text/plain, */*', 'user-agent': 'axios/1.7.2', 'accept-encoding': 'gzip, compress, deflate, br' },
  'node-fetch': { accept: '*/*', 'user-agent': 'node-fetch', 'accept-encoding': 'gzip, deflate, br', connection: 'close' },
  undici: { accept: '*/*', 'accept-language': '*', 'sec-fetch-mode': 'cors', 'user-agent': 'node', 'accept-encoding': 'gzip, deflate' },
  Java: { 'user-agent': 'Java/17.0.9', accept: 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2', connection: 'keep-alive' },
  curl: { 'user-agent': 'curl/8.5.0', accept: '*/*' },
  wget: { 'user-agent': 'Wget/1.21.4', accept: '*/*', 'accept-encoding': 'identity', connection: 'Keep-Alive' },
  'libwww-perl': { te: 'deflate,gzip;q=0.3', connection: 'TE, close', 'user-agent': 'libwww-perl/6.72' },
  Ruby: { 'accept-encoding': 'gzip;q=1.0,deflate;q=0.6,identity;q=0.3', accept: '*/*', 'user-agent': 'Ruby' },
  Scrapy: {
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-language': 'en',
    'user-agent': 'Scrapy/2.11.2 (+https://scrapy.org)',
    'accept-encoding': 'gzip, deflate',
  },
  'PHP curl': { accept: '*/*', 'user-agent': 'PHP/8.2.0' },
}
