// Started by check-bundle: imports the ESM bundle named on the command line in a bare Node, where every browser global is a trap,
// and prints one line for each thing that importing it did beside exporting.

const traps = ['window', 'document', 'navigator', 'location', 'history', 'screen', 'self', 'top', 'localStorage', 'sessionStorage']
const natives = [
  'indexedDB',
  'Worker',
  'MutationObserver',
  'addEventListener',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
]

const before = new Set(Object.keys(globalThis))
const kept = natives.map((name) => Object.getOwnPropertyDescriptor(globalThis, name))
/** @type {Set<string>} */
const touched = new Set()
for (const name of [...traps, ...natives]) {
  Object.defineProperty(globalThis, name, { get: () => void touched.add(name), configurable: true })
}

const exported = await import(process.argv[2] ?? '')
const seen = [...touched]
for (const [index, name] of natives.entries()) {
  const descriptor = kept[index]
  if (descriptor) Object.defineProperty(globalThis, name, descriptor)
}

if (typeof exported.createCollector !== 'function') console.log('does not export createCollector')
for (const name of seen) console.log(`touches ${name} when imported`)
for (const name of Object.keys(globalThis)) if (!before.has(name) && !traps.includes(name)) console.log(`adds the global ${name}`)
