import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { firefoxHeaders, rawRequest, requestFacts, safariHeaders } from '../../testing/request-facts.js'
import { userAgentEngine } from './user-agent-engine.js'

const IN_APP =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 340.0.0.22.99'

describe('http.user-agent-engine', () => {
  it('leaves browsers alone, in-app ones too', () => {
    for (const request of [requestFacts(), rawRequest(firefoxHeaders), rawRequest(safariHeaders), requestFacts({ 'user-agent': IN_APP })]) {
      expect(userAgentEngine.observe(request)).toEqual(seen(0))
    }
  })

  it.each(['x', 'My curl/8', 'Mozilla/5.0 X', 'Mozilla/5.0 (compatible; SomeBot/1.0)'])(
    'asks who has run the collector: %s',
    (userAgent) => {
      expect(userAgentEngine.observe(requestFacts({ 'user-agent': userAgent }))).toEqual(seen(1))
    },
  )

  it('asks nothing of forms, which text browsers send, and nothing of who sends no user agent: that is another fact’s', () => {
    expect(userAgentEngine.observe(requestFacts({ 'user-agent': 'Lynx/2.9.0' }, { via: 'form' }))).toEqual(unsupported)
    expect(userAgentEngine.observe(requestFacts({ 'user-agent': undefined }))).toEqual(unsupported)
  })
})
