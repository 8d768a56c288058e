import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { rawRequest } from '../../testing/described-request.js'
import { people } from '../../testing/people-headers.js'
import { embeddedView } from './embedded-view.js'

const observe = (name: string) => embeddedView.observe(rawRequest(people[name]!))

describe('http.embedded-view', () => {
  it('tells pages within apps from browsers', () => {
    expect(['a web view on Android', 'DuckDuckGo on Android'].map(observe)).toEqual([seen(1), seen(1)])
    expect(observe('Instagram on an iPhone')).toEqual(seen(2))
    for (const name of ['Chrome on a phone', 'Safari on an iPhone', 'Chrome on an iPhone', 'an old phone', 'Safari of 2018']) {
      expect(observe(name), name).toEqual(seen(0))
    }
  })

  it('says nothing of no user agent', () => {
    expect(embeddedView.observe(rawRequest({}))).toEqual(unsupported)
  })
})
