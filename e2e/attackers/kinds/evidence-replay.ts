import type { Attacker } from '../harness/attacker.js'
import { capture } from '../means/capture.js'
import { createClient } from '../means/client.js'

export const evidenceReplay: Attacker = {
  name: 'evidence-replay',
  does: 'posts captured challenge and evidence again, byte by byte, with the slices that were shown and without',
  async start(target) {
    const { requests } = await capture(target, 'evidence-replay')
    return { attempt: (n) => createClient(target, { address: n }).attest(requests[n % requests.length]!) }
  },
}
