import { describe, expect, it } from 'vitest'
import { engineOf, systemOf } from './claims.js'

const chrome = (system: string, rest = '') =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 ${rest}Safari/537.36`

describe('what a user agent claims', () => {
  it.each([
    ['Chrome on Windows', chrome('Windows NT 10.0; Win64; x64'), 'v8', 'windows'],
    ['Chrome on a phone', chrome('Linux; Android 10; K', 'Mobile '), 'v8', 'android'],
    ['Chrome on a Chromebook', chrome('X11; CrOS x86_64 14541.0.0'), 'v8', 'linux'],
    ['Edge on a Mac', `${chrome('Macintosh; Intel Mac OS X 10_15_7')} Edg/156.0.0.0`, 'v8', 'mac'],
    ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'gecko', 'linux'],
    [
      'Safari on a Mac',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
      'webkit',
      'mac',
    ],
    [
      'Chrome on an iPhone, which is WebKit',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0.0.0 Mobile/15E148 Safari/604.1',
      'webkit',
      'ios',
    ],
    [
      'Chrome on an iPad that asks for desktop pages',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156 Version/11.1.1 Safari/605.1.15',
      'webkit',
      'mac',
    ],
    ['something unheard of', 'Lynx/2.9.2 libwww-FM/2.14', undefined, undefined],
    ['nothing', '', undefined, undefined],
  ])('reads %s', (_, userAgent, engine, system) => {
    expect([engineOf(userAgent), systemOf(userAgent)]).toEqual([engine, system])
  })
})
