import { drivers } from './drivers.mjs'

/** Bots of the fleet that a drill leaves out, and why. All others ship with the package, a bundle each. @type {Readonly<Record<string, string>>} */
export const leftOut = {
  'extension-bot': 'knows the demo, and nothing can be read through it',
  'happy-dom': 'runs the page’s scripts within Node: a page that means ill would have the machine',
  'http-forger': 'knows the demo’s action, and reads the wire’s vectors, which are in the repository alone',
  'http-plain': 'knows the demo’s own path without JavaScript',
  jsdom: 'runs the page’s scripts within Node: a page that means ill would have the machine',
  'os-bezier': 'has no hook in the page: what came of it is not to be seen from without',
  'os-line': 'has no hook in the page: what came of it is not to be seen from without',
  'os-teleport': 'has no hook in the page: what came of it is not to be seen from without',
  'raw-cdp-human': 'goes by the demo’s own layout',
  'replay-cdp': 'replays recordings of people, which never ship',
  'silent-forger': 'as http-forger',
  webkitgtk: 'cannot be held to one origin: it asks no proxy for loopback',
}

/** Names of the bots that a drill can run. */
export const drilled = () => drivers('bots').filter((name) => !Object.hasOwn(leftOut, name))
