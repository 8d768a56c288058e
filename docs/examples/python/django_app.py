import os
import sys
from functools import wraps

from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["DJANGO_SECRET_KEY"],
    # One process. Several share a cache whose `add` is atomic: Redis, Memcached or the database.
    CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 100_000}}},
)

from django.core.cache import cache  # noqa: E402
from django.http import JsonResponse  # noqa: E402
from django.urls import path  # noqa: E402
from django.views.decorators.http import require_POST  # noqa: E402

from vouchsafe import TOLERANCE, Refused, Verifier  # noqa: E402


def claim(jti, expires):
    """Kept longer than any verdict lives: an hour, and what the clocks may be apart."""
    return cache.add(f"vouchsafe:{jti}", True, timeout=3600 + TOLERANCE)


verifier = Verifier(
    server=os.environ["VOUCHSAFE_URL"],
    site_key=os.environ["VOUCHSAFE_KEY"],
    origin=os.environ["SITE_ORIGIN"],
    jwks=os.environ.get("VOUCHSAFE_JWKS"),
    claim=claim,
)


def human(action):
    """A view with this decorator is called with a good verdict only, `request.verdict`."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            try:
                request.verdict = verifier.verify(request.POST.get("vouchsafe-token"), action)
            except Refused as refused:
                return JsonResponse({"reason": refused.reason}, status=403, headers={"Vouchsafe-Reason": refused.reason})
            return view(request, *args, **kwargs)

        return guarded

    return decorate


@require_POST
@human("sign-up")
def sign_up(request):
    return JsonResponse({"welcome": request.POST.get("email"), "score": request.verdict["score"]})


urlpatterns = [path("sign-up", sign_up)]

if __name__ == "__main__":
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
