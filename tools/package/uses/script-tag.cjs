// Runs the script as a tag does: it makes one collector, for the key that its tag names. (What it does then, browsers show in e2e.)
const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const { JSDOM } = require('jsdom')

const tag = '<script src="https://attest.shop.example/collector.js" data-key="pk_shop"></script>'
const { window } = new JSDOM(tag, { url: 'https://shop.example/', runScripts: 'outside-only' })
// What jsdom has no equal of. Nothing is asked for: there is nobody who would answer.
Object.assign(window, { PointerEvent: window.MouseEvent, fetch: () => new Promise(() => {}), MessageChannel })
window.eval(readFileSync(require.resolve('vouchsafe/collector.js'), 'utf8'))
const { vouchsafe } = window
window.close()
assert.equal(vouchsafe.key, 'pk_shop')
for (const name of ['attest', 'seal', 'verdict', 'prove', 'stop']) assert.equal(typeof vouchsafe[name], 'function')
process.exit()
