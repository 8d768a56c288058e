import { describe, expect, it } from 'vitest'
import { claimsOf } from './claims.js'

const chrome = (system: string, rest = '') =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 ${rest}Safari/537.36`

describe('what a user agent claims', () => {
  it.each([
    ['Chrome on Windows', chrome('Windows NT 10.0; Win64; x64'), 'v8', 'windows', 156, false],
    ['Chrome on a phone', chrome('Linux; Android 10; K', 'Mobile '), 'v8', 'android', 156, true],
    ['Chrome on a Chromebook', chrome('X11; CrOS x86_64 14541.0.0'), 'v8', 'linux', 156, false],
    ['Edge on a Mac', `${chrome('Macintosh; Intel Mac OS X 10_15_7')} Edg/156.0.0.0`, 'v8', 'mac', 156, false],
    ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'gecko', 'linux', undefined, false],
    [
      'Safari on a Mac',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
      'webkit',
      'mac',
      undefined,
      false,
    ],
    [
      'Chrome on an iPhone, which is WebKit',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0.0.0 Mobile/15E148 Safari/604.1',
      'webkit',
      'ios',
      undefined,
      true,
    ],
    [
      'Chrome on an iPad that asks for desktop pages',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156 Version/11.1.1 Safari/605.1.15',
      'webkit',
      'mac',
      undefined,
      false,
    ],
    ['something unheard of', 'Lynx/2.9.2 libwww-FM/2.14', undefined, undefined, undefined, false],
    ['nothing', '', undefined, undefined, undefined, false],
  ])('reads %s', (_, userAgent, engine, system, chromium, mobile) => {
    expect(claimsOf(userAgent)).toEqual({ engine, system, chromium, mobile })
  })
})
