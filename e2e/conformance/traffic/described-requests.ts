import { chromeHeaders, programHeaders } from './headers.js'

/** A person's browser, as its request is described to `/score`. The address is of a documentation range: no database knows it. */
export const describedHuman = {
  useragent: chromeHeaders['user-agent'],
  sec_ch_ua: chromeHeaders['sec-ch-ua'],
  sec_ch_ua_mobile: chromeHeaders['sec-ch-ua-mobile'],
  accept: chromeHeaders.accept,
  acceptlanguage: chromeHeaders['accept-language'],
  acceptencoding: chromeHeaders['accept-encoding'],
  upgrade_insecure_requests: '1',
  ip: '203.0.113.20',
  extra_headers: {
    'sec-ch-ua-platform': chromeHeaders['sec-ch-ua-platform'],
    'sec-fetch-site': 'none',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-user': '?1',
    'sec-fetch-dest': 'document',
  },
} as const

/** A program that claims to be Chrome, and has nothing else of it. */
export const describedBot = {
  useragent: chromeHeaders['user-agent'],
  sec_ch_ua: '"HeadlessChrome";v="99", "Not A;Brand";v="99"',
  accept: '*/*',
  acceptencoding: 'identity',
  ip: '203.0.113.21',
} as const

/** A program that says so. */
export const describedProgram = { useragent: programHeaders['user-agent'], accept: '*/*', ip: '203.0.113.22' } as const
