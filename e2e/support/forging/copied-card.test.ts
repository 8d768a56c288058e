import { describe, expect, it } from 'vitest'
import { copyCard, scoreOf } from './copied-card.js'

/** A card as the minifier leaves it: conditions are added by a function with a name, or by one that stands where it is called. */
const SENSES = `
let xt=e=>\`input.\${e}\`,
B=[...Object.entries({movement:{amount:"glides",edges:[24],scales:[.5,1],tables:[["movement-bow",[.1,.5],[1,0,-1]],["movement-jerk",[4],[1,-1],[2,-2.5]]]}}).flatMap(([e,t])=>f(e,t)),
b("input.movement-coalescing","movement",[1.05],[.3,-.3]),
(e=>({...e,when:[{id:"input.movement-path-efficiency",from:.9,below:1/0},{id:"input.glides",from:32,below:1/0}]}))(b("input.movement-turn-entropy","movement",[.58],[0,4]))],
P=e=>({...e,when:[{id:"tell.whole-milliseconds",from:1,below:2}]}),$=e=>({...e,when:[{id:"tell.hardened",from:0,below:1}]}),
T=[b("input.press-teleports","press",[.5],[-.5,2]),b("input.key-rollover","typing",[.05],[2,-.4])],
C=[P(b("input.clock-step","protocol",[1],[3.2,0])),$(b("tell.webdriver","proof",[1],[-.1,8]))],
F={version:"client-9",q:-2,Z:1,X:{aid:1.5,other:.8},families:{proof:{engine:"automation",min:-.1,max:9},protocol:{engine:"automation",min:0,max:6},movement:{engine:"behaviour",min:-9,max:9},
press:{engine:"behaviour",min:-.4,max:4,Y:"aid"},typing:{engine:"behaviour",min:-.5,max:3,Y:"aid"}}}`

const card = copyCard(SENSES)
const score = (features: Readonly<Record<string, number>>): number => scoreOf(card, features)
/** The prior, and the tell that passed. */
const NOTHING = -2.1

describe('a card that a forger copies from the served script', () => {
  it('is read whole: its version, its sum, and its rows with the conditions of each', () => {
    expect(card).toMatchObject({ version: 'client-9', prior: -2, takesBack: 1 })
    expect(card.rows.map(({ id, when }) => `${id} ${when.length}`)).toEqual([
      'input.movement-coalescing 0',
      'input.movement-turn-entropy 2',
      ...['input.press-teleports 0', 'input.key-rollover 0'],
      'input.clock-step 1',
      'tell.webdriver 1',
      ...['input.movement-bow 1', 'input.movement-bow 1', 'input.movement-jerk 1', 'input.movement-jerk 1'],
    ])
  })

  it('starts from the prior, and adds what has no condition', () => {
    expect(score({})).toBe(NOTHING)
    expect(score({ 'input.movement-coalescing': 1 })).toBeCloseTo(NOTHING + 0.3)
  })

  it('weighs fitted tables in the bin of the amount, by its scale or by a list of its own', () => {
    expect(score({ 'input.movement-bow': 0.05, 'input.glides': 23 })).toBeCloseTo(NOTHING + 0.5)
    expect(score({ 'input.movement-bow': 0.05, 'input.glides': 24 })).toBeCloseTo(NOTHING + 1)
    expect(score({ 'input.movement-jerk': 9, 'input.glides': 24 })).toBeCloseTo(NOTHING - 2.5)
    expect(score({ 'input.movement-jerk': 9 })).toBe(NOTHING)
  })

  it('weighs a row with two conditions where both hold', () => {
    const rough = { 'input.movement-turn-entropy': 0.7 }
    expect(score({ ...rough, 'input.movement-path-efficiency': 0.9, 'input.glides': 32 })).toBeCloseTo(NOTHING + 4)
    expect(score({ ...rough, 'input.movement-path-efficiency': 0.8, 'input.glides': 32 })).toBe(NOTHING)
    expect(score({ ...rough, 'input.movement-path-efficiency': 0.9, 'input.glides': 31 })).toBe(NOTHING)
    expect(score({ ...rough, 'input.glides': 32 })).toBe(NOTHING)
  })

  it('takes a condition on a tell for one on a tell that passed', () => {
    expect(score({ 'input.clock-step': 0.1 })).toBe(NOTHING)
  })

  it('counts families of one cause together up to its limit, and in full what they say for a person', () => {
    expect([...card.causes]).toEqual([
      ['aid', 1.5],
      ['other', 0.8],
    ])
    expect(score({ 'input.press-teleports': 1 })).toBeCloseTo(NOTHING + 1.5)
    expect(score({ 'input.press-teleports': 1, 'input.key-rollover': 0 })).toBeCloseTo(NOTHING + 1.5)
    expect(score({ 'input.press-teleports': 1, 'input.key-rollover': 1 })).toBeCloseTo(NOTHING + 1.5 - 0.4)
  })

  it('refuses features of which it read no row, and a script without a card', () => {
    expect(() => score({ 'input.key-dwell': 90 })).toThrow('input.key-dwell')
    expect(() => copyCard('let a=1')).toThrow('no card')
  })
})
