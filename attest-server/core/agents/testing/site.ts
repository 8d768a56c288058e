import { type AgentPolicy, defaultAgentPolicy } from '../agent-policy.js'
import type { RequestMessage } from '../message/http-message.js'
import type { AgentSigner } from '../sign/agent-signer.js'
import { createDirectory } from '../sign/create-directory.js'
import { type RequestToSign, signRequest } from '../sign/sign-request.js'
import type { VerifyAgentDeps } from '../verify-agent.js'
import { cacheOver, createFakeWeb, type FakeWeb, page } from './directories.js'

export const now = 1_800_000_000.5
/** The site's own. */
export const authorities = ['shop.example'] as const
export const agent = 'https://bot.example'
export const url = 'https://shop.example/cart?item=1'
export const directoryUrl = `${agent}/.well-known/http-message-signatures-directory`

interface Site {
  readonly web: FakeWeb
  readonly deps: VerifyAgentDeps
}

/** `shop.example`, and `bot.example` with a directory of these keys. */
export async function createSite(signers: readonly AgentSigner[], changes: Partial<AgentPolicy> = {}): Promise<Site> {
  const web = createFakeWeb()
  web.pages.set(directoryUrl, page(await createDirectory(signers, { authority: 'bot.example', now })))
  return { web, deps: { policy: { ...defaultAgentPolicy, ...changes }, directories: cacheOver(web) } }
}

/** A request as the site gets it. */
export async function signed(by: AgentSigner, changes: Partial<RequestToSign> = {}): Promise<RequestMessage> {
  const asked = { method: 'GET', url, agent, now, ...changes }
  const { headers = {} } = asked
  return {
    method: asked.method,
    url: asked.url,
    headers: new Map([...Object.entries(headers), ...Object.entries(await signRequest(by, asked))]),
  }
}

export const withHeader = (request: RequestMessage, name: string, change: (value: string) => string): RequestMessage => ({
  ...request,
  headers: new Map([...request.headers, [name, change(request.headers.get(name) ?? '')]]),
})
