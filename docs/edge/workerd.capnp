# workerd serve workerd.capnp, beside worker.js in one bundle (bundle.js).
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "attest", worker = .attest)],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "attest")],
);

const attest :Workerd.Worker = (
  modules = [(name = "bundle.js", esModule = embed "bundle.js")],
  compatibilityDate = "2026-01-01",
  # For node:crypto: signatures are made where they are asked for.
  compatibilityFlags = ["nodejs_compat"],
  bindings = [
    (name = "PUBLIC_URL", text = "http://127.0.0.1:8787"),
    (name = "PROJECT", json = "{\"siteKey\":\"pk_AAAAAAAAAAAAAAAAAAAAAA\",\"name\":\"Shop\",\"origins\":[\"loopback\"]}"),
    (name = "SETTINGS", json = "{}"),
    (name = "ATTEST", durableObjectNamespace = "Attest"),
  ],
  durableObjectNamespaces = [(className = "Attest", uniqueKey = "vouchsafe")],
  # Elsewhere than in a trial: localDisk, or what the platform has.
  durableObjectStorage = (inMemory = void),
);
