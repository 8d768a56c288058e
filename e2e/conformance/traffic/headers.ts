/** What Chrome 131 on Windows sends when a person follows a link, in its order. */
export const chromeHeaders = {
  'sec-ch-ua': '"Google Chrome";v="131", "Chromium";v="131", "Not_A Brand";v="24"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Windows"',
  'upgrade-insecure-requests': '1',
  'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8',
  'sec-fetch-site': 'none',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-user': '?1',
  'sec-fetch-dest': 'document',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'de-DE,de;q=0.9,en;q=0.8',
} as const

/** The same browser, when a script of the page sends what it heard. */
export const chromeScriptHeaders = {
  'sec-ch-ua-platform': chromeHeaders['sec-ch-ua-platform'],
  'user-agent': chromeHeaders['user-agent'],
  'sec-ch-ua': chromeHeaders['sec-ch-ua'],
  'sec-ch-ua-mobile': '?0',
  accept: '*/*',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'cors',
  'sec-fetch-dest': 'empty',
  'accept-encoding': chromeHeaders['accept-encoding'],
  'accept-language': chromeHeaders['accept-language'],
} as const

/** A program that says so. */
export const programHeaders = { 'user-agent': 'python-requests/2.31.0', accept: '*/*', 'accept-encoding': 'gzip, deflate' } as const

/** A browser without a window, driven by a program. */
export const headlessHeaders = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0 Safari/537.36',
  accept: '*/*',
} as const
