import { describe, expect, it } from 'vitest'
import { followDwells } from './follow-dwells.js'
import { down, up } from './testing/traces.js'

describe('following how long presses last', () => {
  it('pairs each press of the mouse with its release', () => {
    const dwells: number[] = []
    const push = followDwells((held) => dwells.push(held))
    const lost = [up(5), down(200, 0, 0), down(300, 0, 0), up(340), up(345)]
    for (const event of [...lost, down(400, 0, 0), up(485), down(500, 0, 0), up(490)]) push(event)
    expect(dwells).toEqual([40, 85])
  })

  it('leaves touch to touch', () => {
    const push = followDwells(() => expect.unreachable())
    push(down(0, 0, 0, { pointer: 'touch' }))
    push(up(50, 'touch'))
  })
})
