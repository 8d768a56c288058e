require 'rack'
require_relative 'vouchsafe'

# Rack middleware, for Rails and Sinatra too: forms posted to these paths are judged for the action beside them. Paths have more spellings
# than one, so the controller asks for what it found.
class Human
  def initialize(app, verifier:, actions:)
    @app, @verifier, @actions = app, verifier, actions
  end

  def call(env)
    request = Rack::Request.new(env)
    action = request.post? && @actions[request.path_info.chomp('/')]
    env['vouchsafe.verdict'] = @verifier.verify(request.POST['vouchsafe-token'], action) if action
    @app.call(env)
  rescue Vouchsafe::Refused => e
    [403, { 'Content-Type' => 'application/json', 'Vouchsafe-Reason' => e.reason }, [JSON.generate(reason: e.reason)]]
  end
end

verifier = Vouchsafe::Verifier.new(
  server: ENV.fetch('VOUCHSAFE_URL'), site_key: ENV.fetch('VOUCHSAFE_KEY'), origin: ENV.fetch('SITE_ORIGIN'), jwks: ENV['VOUCHSAFE_JWKS']
)
use Human, verifier: verifier, actions: { '/sign-up' => 'sign-up' }

# The controller. By whichever address somebody came here: without a verdict there is nothing for them.
run lambda { |env|
  verdict = env['vouchsafe.verdict']
  return [403, { 'Vouchsafe-Reason' => 'missing' }, []] unless verdict

  [200, { 'Content-Type' => 'application/json' }, [JSON.generate(welcome: Rack::Request.new(env).POST['email'], score: verdict['score'])]]
}
