# Verifies Vouchsafe's verdicts offline, with ruby-jwt. Safe for threads.
require 'json'
require 'jwt'
require 'net/http'

module Vouchsafe
  TOLERANCE = 5 # seconds that the clocks may be apart

  # `reason` is one of the codes of docs/verdict.md, or the action of a verdict that does not say allow.
  class Refused < StandardError
    alias reason message
  end

  # The server's keys by `kid`: fetched when first needed, when they are old, and when a token names another, which made-up names cannot do often.
  class Keys
    FRESH = 600
    COOLDOWN = 10
    RETRY = 2
    MOST = 65_536 # bytes, ten times what there is

    def initialize(url)
      @uri = URI(url)
      @mutex = Mutex.new
      @keys = {}
      @fetched = @next = -Float::INFINITY
    end

    def find(kid)
      @mutex.synchronize do # one fetch for all who wait
        now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
        refresh(now) if (!@keys.key?(kid) || now - @fetched > FRESH) && now >= @next
        raise Refused, 'keys-unavailable' if @keys.empty?

        @keys[kid]
      end
    end

    private

    def refresh(now)
      @next = now + RETRY
      options = { use_ssl: @uri.scheme == 'https', open_timeout: 2, read_timeout: 5 }
      response = Net::HTTP.start(@uri.host, @uri.port, **options) { |http| http.get(@uri.path) }
      return unless response.is_a?(Net::HTTPOK) && response.body.bytesize <= MOST

      listed = JSON.parse(response.body).fetch('keys').select { |key| key['alg'] == 'ES256' }
      @keys = listed.to_h { |key| [key['kid'], JWT::JWK.import(key).keypair] }
      @fetched = now
      @next = now + COOLDOWN
    rescue SystemCallError, SocketError, IOError, Timeout::Error, OpenSSL::OpenSSLError, JSON::ParserError, KeyError, JWT::JWKError
      nil # those at hand go on working
    end
  end

  # Which verdicts were used, in this process. Several processes need one that they share, with the same `claim`, which must be atomic.
  class OnceMemory
    CAPACITY = 100_000

    def initialize
      @mutex = Mutex.new
      @claimed = {}
    end

    # True for the first who asks. What could still be used is never forgotten: it raises where there is no room.
    def claim(jti, expires)
      @mutex.synchronize do
        return false if @claimed.key?(jti)

        @claimed.delete_if { |_, until_then| until_then < Time.now.to_i } if @claimed.size >= CAPACITY
        raise 'more verdicts are alive than there is room for' if @claimed.size >= CAPACITY

        @claimed[jti] = expires
        true
      end
    end
  end

  # `server` is the attest-server's public address, `origin` that of your pages.
  class Verifier
    FAULTS = {
      JWT::ExpiredSignature => 'expired', JWT::InvalidIssuerError => 'issuer', JWT::InvalidAudError => 'audience', JWT::VerificationError => 'signature'
    }.freeze

    def initialize(server:, site_key:, origin:, once: OnceMemory.new, jwks: nil)
      @server, @site_key, @origin, @once = server, site_key, origin, once
      @keys = Keys.new(jwks || "#{server}/.well-known/jwks.json")
    end

    # @return the claims of a good verdict for this action that says allow, once
    # @raise [Refused] for everything else
    def verify(token, action)
      raise Refused, 'missing' unless token.is_a?(String) && !token.empty?

      claims = decode(token)
      reason = fault_in(claims, action)
      raise Refused, reason if reason
      raise Refused, 'used' unless claim(claims)

      claims
    end

    private

    def decode(token)
      expected = {
        algorithms: ['ES256'], iss: @server, verify_iss: true, aud: @site_key, verify_aud: true, leeway: TOLERANCE, required_claims: %w[iss aud jti iat exp]
      }
      JWT.decode(token, nil, true, expected) { |header| key_of(header) }.first
    rescue JWT::DecodeError => e
      raise Refused, FAULTS.fetch(e.class, 'malformed')
    end

    def key_of(header)
      raise Refused, 'malformed' unless header['typ'] == 'vouchsafe-verdict+jwt' && header['alg'] == 'ES256'

      @keys.find(header['kid']) || raise(Refused, 'signature')
    end

    def fault_in(claims, action)
      return 'not-yet-valid' unless claims['iat'].is_a?(Numeric) && claims['iat'] <= Time.now.to_i + TOLERANCE
      return 'test-verdict' if claims['test']
      return 'origin' unless claims['origin'] == @origin
      return 'action-mismatch' unless claims['page_action'] == action
      return 'assurance' unless claims['assurance'] == 'signed'

      claims['action'] unless claims['action'] == 'allow'
    end

    def claim(claims)
      @once.claim(claims['jti'], claims['exp'] + TOLERANCE)
    rescue StandardError # whatever a store raises: it cannot tell
      raise Refused, 'store-unavailable'
    end
  end
end
