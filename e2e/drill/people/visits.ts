import type { FirefoxSetup } from '../../support/browsers/browser.js'

/** One visit that whoever sits before the machine is asked for, and the browser that it is made in. */
export interface Visit {
  /** kebab-case, as a bot's. */
  readonly name: `person-${string}`
  /** What follows "Sign up once". */
  readonly how: string
  readonly program: 'chromium' | 'firefox-esr'
  /** Of Chromium, as the person might have started it. */
  readonly flags?: readonly string[]
  /** Of Chromium's profile, or of Firefox as in about:config. */
  readonly preferences?: object | FirefoxSetup['preferences']
}

/** Chromium counts zoom in powers of 1.2. */
const zoomOf = (factor: number): number => Math.log(factor) / Math.log(1.2)

/** Every visit that `--people` asks for. What differs between them is what differs between people: who tells bots by it, tells people so, too. */
export const visits: readonly Visit[] = [
  { name: 'person-mouse', how: 'with mouse and keyboard, as you always do', program: 'chromium' },
  { name: 'person-keyboard', how: 'by the keyboard alone (Tab, Space, Enter), and leave the pointer where it lies', program: 'chromium' },
  {
    name: 'person-zoomed',
    how: 'as you like: the page is zoomed to 150 %',
    program: 'chromium',
    preferences: { partition: { default_zoom_level: { x: zoomOf(1.5) } } },
  },
  { name: 'person-private', how: 'as you like: the window is a private one', program: 'chromium', flags: ['--incognito'] },
  { name: 'person-firefox', how: 'in Firefox, as you always do', program: 'firefox-esr' },
  {
    name: 'person-resist-fingerprinting',
    how: 'as you like: this Firefox resists fingerprinting, as that of people who care for their privacy does',
    program: 'firefox-esr',
    preferences: { 'privacy.resistFingerprinting': true },
  },
]
