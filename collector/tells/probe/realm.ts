import type { PageProbes } from '../tell.js'

export type Realm = Window & typeof globalThis

/** The fresh iframe's window with its own globals (`realm.Error`, `realm.Function` …), which the DOM types of `Window` leave out. */
export const freshRealm = (page: PageProbes): Realm | undefined => page.frame() as Realm | undefined
