/** A Chromium as someone has set it up: what they start it with, changed in its settings, and installed. */
export interface ChromiumSetup {
  readonly engine: 'chromium'
  readonly flags?: readonly string[]
  /** Merged into the profile's `Preferences`. */
  readonly preferences?: object
  /** Names of folders in `e2e/support/extensions`. */
  readonly extensions?: readonly string[]
  /** On a Wayland compositor; left out, on X11. */
  readonly wayland?: boolean
}

export interface FirefoxSetup {
  readonly engine: 'firefox'
  /** As in about:config. */
  readonly preferences?: Readonly<Record<string, boolean | number | string>>
}

/** WebKit's own window for GTK, MiniBrowser, which has no settings of its own. */
export interface WebKitGtkSetup {
  readonly engine: 'webkitgtk'
}

/** Which browser a person uses, and how it is set up. None has a debugging port or an automation flag. */
export type Browser = ChromiumSetup | FirefoxSetup | WebKitGtkSetup

/** Where a window opens, on what page, and with which new profile. */
export interface Opening {
  /** `:NN` */
  readonly display: string
  /** A new empty folder. */
  readonly folder: string
  readonly url: string
  /** Beside what the process has, e.g. the address of a message bus. */
  readonly environment?: NodeJS.ProcessEnv
}
