/** Where the key pair lives between visits. May reject and may never settle. */
export interface KeyStore {
  get(): Promise<CryptoKeyPair | undefined>
  /** Keeps `fresh` unless another tab was quicker. @returns the pair that is kept. */
  settle(fresh: CryptoKeyPair): Promise<CryptoKeyPair>
}
