"""All settings, read from the environment; .env.example lists every variable.

A wrong or missing value stops the start with a sentence that says what to set.
"""

from pathlib import Path

from django.urls import reverse_lazy
from whitenoise.compress import Compressor

from upendo import backing_services, content_security, environment
from upendo.desk import unfold

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = environment.flag("DEBUG", default=False)
SECRET_KEY = environment.secret_key("SECRET_KEY")
ALLOWED_HOSTS = environment.hosts("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = environment.origins("CSRF_TRUSTED_ORIGINS")
# Off only where nobody else can listen in: a developer's machine.
HTTPS = environment.flag("HTTPS", default=True)
# How many proxies in front of the application are ours; Heroku's router is one.
TRUSTED_PROXIES = environment.number("TRUSTED_PROXIES", 0, least=0, most=3)
# The header in which a proxy of ours names the reader's country; empty: none is counted.
COUNTRY_HEADER = environment.header("COUNTRY_HEADER")
# gunicorn reads it before all else, and dies of a wrong one without a word that helps: so it is
# looked at here, where a release stops.
environment.workers("WEB_CONCURRENCY")
# The commit that this copy was built from, where the host tells.
COMMIT = environment.commit("COMMIT", "HEROKU_BUILD_COMMIT", "HEROKU_SLUG_COMMIT")
# Where Vite serves the frontend during `make dev`; empty means the built files.
VITE_SERVER = environment.origin("VITE_SERVER")

INSTALLED_APPS = [
    "upendo.desk",  # before the theme: some of its templates stand here in our own form
    "unfold.apps.BasicAppConfig",
    "upendo.desk.apps.DeskSiteConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "upendo.web.static_files.StaticFiles",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "simple_history",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "upendo.web",
    "upendo.editing",
    "upendo.staff",
    "upendo.catalogue",
    "upendo.story",
    "upendo.gs1",
    "upendo.labels",
    "upendo.claims",
    "upendo.pages",
    "upendo.inbox",
    "upendo.insights",
    "upendo.site",
    "upendo.demo",
]

MIDDLEWARE = [
    "upendo.web.logs.request_id.RequestIdMiddleware",
    "upendo.web.requests.middleware.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "upendo.web.requests.middleware.NoNullsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "upendo.insights.middleware.UnknownCodesMiddleware",
    "upendo.web.requests.readers.ReadersMiddleware",  # the rest is not for readers
    "upendo.desk.language.desk_language",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "upendo.staff.middleware.TwoFactorMiddleware",
    "upendo.staff.middleware.ExportsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "upendo.staff.logins.LoginRefusedMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "upendo.urls"
WSGI_APPLICATION = "upendo.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": backing_services.database("DATABASE_URL")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    # Each worker's own, which forgets a third when it is full: nothing may depend on it. What all
    # workers count together is in the database, see upendo/web/throttling/limits.py.
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
MAILERS = {"default": backing_services.mailer("EMAIL_URL", "console:")}
DEFAULT_FROM_EMAIL = environment.mailbox("EMAIL_FROM", "Upendo Honey <letters@localhost>")
# Who in the team hears of a reader's letter.
LETTERS_TO = environment.mailboxes("LETTERS_TO") or [DEFAULT_FROM_EMAIL]
LETTERS_KEPT_MONTHS = environment.number("LETTERS_KEPT_MONTHS", 18, least=1, most=120)
# What links in emails, and the canonical links of pages, begin with.
SITE_URL = environment.site_url("SITE_URL", ALLOWED_HOSTS[0], https=HTTPS)

STORAGES = {
    "default": backing_services.media_storage(),
    "staticfiles": {"BACKEND": "upendo.web.static_files.HashedFilesStorage"},
}
MEDIA_URL = "/media/"
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
FRONTEND_DIST = BASE_DIR / "frontend" / "dist"
STATICFILES_DIRS = [FRONTEND_DIST] if FRONTEND_DIST.exists() else []
# What browsers ask for at the root without having read a page: their old names for icons.
WHITENOISE_ROOT = BASE_DIR / "upendo" / "web" / "root"
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Maps of others' scripts are half of all bytes, and only a developer's browser asks for them.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
# Vite's own names, assets/main-Bx3_k9Qz.js, and Django's, admin/css/base.0123456789ab.css
WHITENOISE_IMMUTABLE_FILE_TEST = r"/assets/.+-[\w-]{8}\.\w+$|\.[0-9a-f]{12}\.\w+$"

# Where a login leads that names no page of ours.
LOGIN_REDIRECT_URL = reverse_lazy("admin:index")
AUTHENTICATION_BACKENDS = ["upendo.staff.logins.PasswordBackend"]
_PASSWORDS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_PASSWORDS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_PASSWORDS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_PASSWORDS}.CommonPasswordValidator"},
    {"NAME": f"{_PASSWORDS}.NumericPasswordValidator"},
]
# Off only where an account's password is meant to be known: a demonstration.
SUPERUSERS_NEED_TWO_FACTOR = environment.flag("SUPERUSER_TWO_FACTOR", default=True)
OTP_TOTP_ISSUER = "Upendo Honey"
# Not for each device, which would shut its owner out: upendo/staff/wrong_codes.py counts.
OTP_TOTP_THROTTLE_FACTOR = OTP_STATIC_THROTTLE_FACTOR = 0
SESSION_COOKIE_AGE = 7 * 24 * 3600
AXES_VERBOSE = False  # no greeting at every start
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1  # hours
# For one network alone: an account's owner still comes in from elsewhere.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "upendo.web.throttling.networks.first_address"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # it ends, whoever goes on trying
AXES_RESET_ON_SUCCESS = True

LANGUAGE_CODE = "en-gb"
# The desk's own; its words in other languages are files in locale/, see CONTRIBUTING.md.
LOCALE_PATHS = [BASE_DIR / "locale"]
DESK_LANGUAGE = environment.language("DESK_LANGUAGE", LANGUAGE_CODE, LOCALE_PATHS[0])
TIME_ZONE = "UTC"
USE_TZ = True

# Security. https://docs.djangoproject.com/en/6.1/howto/deployment/checklist/
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # the host asks from inside, without TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# The prefix has browsers refuse the cookie from a neighbouring host or without TLS.
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = content_security.reader_pages(VITE_SERVER)
# By what an address begins with; every other page gets the strict one.
SECURE_CSP_BY_PATH = {
    "/admin/": content_security.desk(VITE_SERVER),
    "/api/docs/": content_security.api_docs(VITE_SERVER),
}
# Addresses that are keys, by what they begin with: no cache keeps them, no link tells them on.
PRIVATE_PATHS = ("/letters/", "/preview/", "/shop-figures/")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # bytes, without files

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["upendo.staff.authentication.VerifiedSession"],
    "DEFAULT_PERMISSION_CLASSES": ["upendo.catalogue.api.permissions.ModelPermissions"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
    "PAGE_SIZE": 50,
    "DEFAULT_THROTTLE_CLASSES": [
        "upendo.web.throttling.throttles.AnonymousThrottle",
        "upendo.web.throttling.throttles.AccountThrottle",
    ],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Upendo Honey",
    "DESCRIPTION": "The story behind a jar of honey, and the desk of those who write it.",
    "VERSION": "1",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
}

UNFOLD = unfold.SETTINGS

# Who is told of errors: Sentry, or else these addresses, where a mail server is set.
SENTRY_DSN = backing_services.sentry_dsn("SENTRY_DSN")
ERRORS_TO = environment.mailboxes("ERRORS_TO") or LETTERS_TO
# Where to report a hole: an email address or a page, for /.well-known/security.txt.
SECURITY_CONTACT = environment.contact("SECURITY_CONTACT", DEFAULT_FROM_EMAIL)

DEFAULT_EXCEPTION_REPORTER_FILTER = "upendo.web.pages.debug_page.ReporterFilter"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "upendo.web.logs.discreet.DiscreetFormatter",
            "format": "%(levelname)s %(name)s%(in_request)s: %(message)s",
        }
    },
    "filters": {"request": {"()": "upendo.web.logs.request_id.RequestIdFilter"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["request"],
        },
        "reports": {"()": "upendo.web.reports.handler.report_handler"},
    },
    "root": {"handlers": ["console", "reports"], "level": "INFO"},
    # Without handlers of their own: Django's would email whole requests, and print private links.
    "loggers": {"django": {"level": "INFO"}, "django.server": {"propagate": True}},
}
