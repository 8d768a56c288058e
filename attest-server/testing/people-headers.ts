import { samsungHeaders, stockChromium, stockFirefox, stockSafari } from './stock-headers.js'

type Headers = Readonly<Record<string, string>>

const without = (headers: Headers, ...names: readonly string[]): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)))

const IOS = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const KIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const ANDROID = `Mozilla/5.0 (Linux; Android 10; K) ${KIT} Chrome/156.0.0.0 Mobile Safari/537.36`
const hints = (brands: string, platform: string, mobile = '?0'): Headers => ({
  'sec-ch-ua': brands,
  'sec-ch-ua-mobile': mobile,
  'sec-ch-ua-platform': `"${platform}"`,
})
const scripted: Headers = { accept: '*/*', 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }
const GREASE = '"Not)A;Brand";v="8"'

/**
 * Requests as people's browsers send them, by the browsers' documentation: User-Agent Client Hints §3, Fetch Metadata §2, MDN's lists of
 * default `Accept` values, and what is known of each browser's departures. None of them may be taken for a program.
 */
export const people: Readonly<Record<string, Headers>> = {
  'Chrome on Windows': stockChromium,
  'Chrome, a script’s request': { ...without(stockChromium, 'upgrade-insecure-requests', 'sec-fetch-user', 'priority'), ...scripted },
  'Chrome, an image': {
    ...stockChromium,
    accept: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
    'upgrade-insecure-requests': '',
    'sec-fetch-user': '',
    'sec-fetch-mode': 'no-cors',
    'sec-fetch-dest': 'image',
  },
  'Chrome on a phone': {
    ...stockChromium,
    'user-agent': ANDROID,
    ...hints(`"Chromium";v="156", "Google Chrome";v="156", ${GREASE}`, 'Android', '?1'),
  },
  'Chrome on plain http': without(
    stockChromium,
    'sec-ch-ua',
    'sec-ch-ua-mobile',
    'sec-ch-ua-platform',
    'sec-fetch-site',
    'sec-fetch-mode',
    'sec-fetch-user',
    'sec-fetch-dest',
  ),
  'Chrome, desktop site on a phone': {
    ...stockChromium,
    'user-agent': `Mozilla/5.0 (X11; Linux x86_64) ${KIT} Chrome/156.0.0.0 Safari/537.36`,
    'sec-ch-ua-platform': '"Android"',
    'sec-ch-ua-mobile': '?1',
  },
  'Chrome behind a proxy of a firm': {
    ...stockChromium,
    via: '1.1 proxy.example',
    'accept-encoding': 'gzip',
    'x-forwarded-for': '10.1.2.3',
  },
  'Chrome behind a network that caches': {
    ...stockChromium,
    'cf-ray': '8a-FRA',
    'accept-encoding': 'gzip, br',
    'x-forwarded-proto': 'https',
  },
  'Chrome on ChromeOS': {
    ...stockChromium,
    'user-agent': `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${KIT} Chrome/156.0.0.0 Safari/537.36`,
    'sec-ch-ua-platform': '"Chrome OS"',
  },
  Edge: {
    ...stockChromium,
    'user-agent': `${stockChromium['user-agent']} Edg/156.0.0.0`,
    'sec-ch-ua': `"Chromium";v="156", "Microsoft Edge";v="156", ${GREASE}`,
  },
  Brave: {
    ...stockChromium,
    'sec-ch-ua': `"Chromium";v="156", "Brave";v="156", ${GREASE}`,
    'accept-language': 'en-US,en;q=0.6',
    'sec-gpc': '1',
  },
  Opera: {
    ...stockChromium,
    'user-agent': `${stockChromium['user-agent']} OPR/132.0.0.0`,
    'sec-ch-ua': `"Chromium";v="156", "Opera";v="132", ${GREASE}`,
  },
  'Samsung Internet': samsungHeaders,
  'an old phone': {
    host: 'shop.example',
    connection: 'keep-alive',
    'upgrade-insecure-requests': '1',
    'user-agent': `Mozilla/5.0 (Linux; Android 6.0; SM-J320F) ${KIT} Chrome/70.0.3538.110 Mobile Safari/537.36`,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,image/apng,*/*;q=0.8',
    'accept-encoding': 'gzip, deflate, br',
    'accept-language': 'ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7',
  },
  'a web view on Android': {
    host: 'shop.example',
    'upgrade-insecure-requests': '1',
    'user-agent': `Mozilla/5.0 (Linux; Android 13; SM-A536B Build/TP1A.220624.014; wv) ${KIT} Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/410.0.0.26.115;]`,
    accept: stockChromium.accept!,
    'x-requested-with': 'com.facebook.katana',
    'sec-fetch-site': 'none',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-user': '?1',
    'sec-fetch-dest': 'document',
    'accept-encoding': 'gzip, deflate',
    'accept-language': 'de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7',
  },
  'DuckDuckGo on Android': {
    ...stockChromium,
    'user-agent': `Mozilla/5.0 (Linux; Android 10; K) ${KIT} Version/4.0 Chrome/156.0.0.0 Mobile DuckDuckGo/5 Safari/537.36`,
    ...hints(`"Android WebView";v="156", "Chromium";v="156", ${GREASE}`, 'Android', '?1'),
  },
  'Firefox on Windows': stockFirefox,
  'Firefox on a phone': { ...stockFirefox, 'user-agent': 'Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0' },
  'Firefox, a script’s request': { ...without(stockFirefox, 'upgrade-insecure-requests', 'sec-fetch-user'), ...scripted },
  'Firefox of a firm, 115': {
    ...stockFirefox,
    'user-agent': 'Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:109.0) Gecko/20100101 Firefox/115.0',
    'accept-encoding': 'gzip, deflate, br',
  },
  'Tor Browser': {
    ...stockFirefox,
    'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'accept-language': 'en-US,en;q=0.5',
  },
  'Safari on a Mac': stockSafari,
  'Safari on an iPhone': { ...stockSafari, 'user-agent': `${IOS} Version/18.5 Mobile/15E148 Safari/604.1` },
  'Safari of 2018': {
    host: 'shop.example',
    accept: stockSafari.accept!,
    'accept-encoding': 'br, gzip, deflate',
    'accept-language': 'en-us',
    'user-agent':
      'Mozilla/5.0 (iPhone; CPU iPhone OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1',
  },
  'Chrome on an iPhone': { ...stockSafari, 'user-agent': `${IOS} CriOS/156.0.7000.10 Mobile/15E148 Safari/604.1` },
  'Instagram on an iPhone': {
    ...stockSafari,
    'user-agent': `${IOS} Mobile/15E148 Instagram 340.0.0.22.99 (iPhone15,2; iOS 18_5; de_DE; de; scale=3.00; 1179x2556; 619461904)`,
  },
  'a text browser': {
    host: 'shop.example',
    accept: 'text/html, text/plain, text/sgml, text/css, */*;q=0.01',
    'accept-encoding': 'gzip, compress, bzip2',
    'accept-language': 'en',
    'user-agent': 'Lynx/2.9.0dev.12 libwww-FM/2.14 SSL-MM/1.4.1 GNUTLS/3.7.8',
  },
}
