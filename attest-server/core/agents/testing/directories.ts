import { ok } from '../../../../shared/result.js'
import { createSend, type SendPorts } from '../../outbound/create-send.js'
import type { Dial, OutboundResponse } from '../../outbound/ports.js'
import { type CacheLimits, createDirectoryCache, type DirectoryCache } from '../directory/directory-cache.js'
import { fetchDirectory } from '../directory/fetch-directory.js'
import type { DirectoryToServe } from '../sign/create-directory.js'

/** A web of directories in memory: what each URL answers, and how often it was asked. */
export interface FakeWeb extends SendPorts {
  readonly pages: Map<string, OutboundResponse>
  readonly asked: string[]
}

export function createFakeWeb(): FakeWeb {
  const pages = new Map<string, OutboundResponse>()
  const asked: string[] = []
  const dial: Dial = async ({ url }) => {
    asked.push(url)
    return ok(pages.get(url) ?? { status: 404, headers: new Map(), body: new Uint8Array(0) })
  }
  return { pages, asked, dial, resolve: async () => ['203.0.114.1'] }
}

export const page = ({ headers, body }: DirectoryToServe): OutboundResponse => ({
  status: 200,
  headers: new Map(Object.entries(headers)),
  body: new TextEncoder().encode(body),
})

/** The real cache and the real fetching over such a web. */
export const cacheOver = (web: SendPorts, changes: Partial<CacheLimits> = {}, ports: readonly number[] = [443]): DirectoryCache =>
  createDirectoryCache((location, now) => fetchDirectory(location, createSend(web, { loopback: false, ports }), now), {
    entries: 100,
    keys: 1000,
    fetches: 10,
    fetchesPerHost: 10,
    isPinned: () => false,
    ...changes,
  })
