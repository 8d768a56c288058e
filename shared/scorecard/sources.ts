// On what the numbers of the cards stand: of each set of data when it was seen, in which versions, and how much of it. Browsers carry none
// of these texts (tools/rollup/server-only.mjs).

/** All that `npm run matrix` plays: `e2e/bots` and `e2e/people`. */
export const FLEET = 'fleet of 2026-11 (38 bots, 31 people; Chromium 156, Firefox 153, WebKitGTK 2.50)'

/** Before there was a fleet, each once: the people are recordings, played to stock windows by the operating system. */
export const SURVEY = 'survey of 2026-11 (43 bots, 9 people; Chromium 156, Firefox 153, WebKitGTK 2.50)'

/** How browsers are started, seen by `e2e/scenarios/tells.spec.ts` and by hand: nobody moves or types. */
export const SETUPS = 'set-ups of 2026-11 (19 of drivers, 17 of people; Chromium 156, Firefox 153)'

/** Requests to a server on the same machine. */
export const HEADERS = 'headers of 2026-11 (Chromium 156, Firefox 153, Node 20, curl, Python)'

/** Hashes a second of browsers and of native code: `bench/pow.mjs`, and decision 9. */
export const HASHING = 'hashing of 2026-11 (Chromium 156, Firefox 153, native code; one machine)'

/** What people of the recordings that may be fitted (`bench/lib/split.ts`) make of 3 s of movement and more, also as other recorders would have seen it. */
export const RECORDINGS = 'recordings that may be fitted (9,793 readings of people)'

/** What a standard or the driver's own source says; no browser that a person drives does so. */
export const BY_DEFINITION = 'by definition'

/** What only scripts and drivers do by their own source or a standard of hardware, but for a few browsers. */
export const NEARLY_BY_DEFINITION = 'by definition, lowered for what browsers may do besides'

/** Pairs of visits of people in the recordings, none of which are alike; and the same visits with noise. `bench/sketches.test.ts`. */
export const REPEATS = 'recordings of people, in pairs (1,700 visits of 16 values and more)'
