import type { Attacker } from '../harness/attacker.js'
import { capture } from '../means/capture.js'

export const tokenReplay: Attacker = {
  name: 'token-replay',
  does: 'shows a verdict again that its owner has used',
  async start(target) {
    const { token } = await capture(target, 'token-replay')
    if (!(await target.spend(token))) throw new Error('the owner of the verdict is refused')
    return { attempt: async () => ({ token, end: 'allow' }) }
  },
}
