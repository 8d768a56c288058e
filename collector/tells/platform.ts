import { seen, unsupported } from '../../shared/observation.js'
import { type System, systemOf } from './probe/claims.js'
import type { Tell } from './tell.js'

const usual: Readonly<Record<System, RegExp>> = {
  windows: /^Win/,
  mac: /^Mac/,
  ios: /^iP|^Mac/,
  linux: /Linux|BSD|SunOS|CrOS|X11/,
  android: /Linux|Android|aarch/,
}

/** The user agent names one operating system and `navigator.platform` another. Empty and unheard-of platforms are left alone. */
export const platform: Tell = {
  id: 'tell.platform',
  observe() {
    const system = systemOf(navigator.userAgent)
    const known = Object.values(usual).some((pattern) => pattern.test(navigator.platform))
    return system && known ? seen(!usual[system].test(navigator.platform)) : unsupported
  },
}
