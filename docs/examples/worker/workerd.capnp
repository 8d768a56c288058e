using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "guard", worker = .guard),
    (name = "site", external = (address = "127.0.0.1:8001", http = ())),
    (name = "internet", network = (allow = ["public", "private"])),
    (name = "disk", disk = (path = "/var/lib/claims", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:8000", http = (), service = "guard")],
);

const guard :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "bundle.js")],
  compatibilityDate = "2026-01-01",
  bindings = [
    (name = "VOUCHSAFE_URL", text = "https://attest.shop.example"),
    (name = "VOUCHSAFE_KEY", text = "pk_…"),
    (name = "SITE_ORIGIN", text = "https://shop.example"),
    (name = "CLAIMS", durableObjectNamespace = "Claims"),
    (name = "SITE", service = "site"),
  ],
  durableObjectNamespaces = [(className = "Claims", uniqueKey = "vouchsafe-claims", enableSql = false)],
  durableObjectStorage = (localDisk = "disk"),
);
