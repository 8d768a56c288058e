/** What signs requests as an agent: for Node 20 and later, and for Workers. Needs WebCrypto and `jose`. */
export { type AgentSigner, createAgentSigner, generateAgentKey } from './agent-signer.js'
export { createDirectory, type DirectoryToCreate, type DirectoryToServe } from './create-directory.js'
export { type RequestToSign, signRequest } from './sign-request.js'
