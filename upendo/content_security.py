"""What may run and load on our pages; docs/content-security-policy.md says why, one by one."""

from django.utils.csp import CSP

type Policy = dict[str, list[str]]


def reader_pages(vite_server: str) -> Policy:
    """Return the policy of every page that has no other.

    Where Vite serves the frontend, its address is allowed too; empty means the built files.
    """
    vite = [vite_server] if vite_server else []
    return {
        "default-src": [CSP.NONE],
        "script-src": [CSP.SELF, CSP.NONCE, *vite],
        # Vite's hot reload puts styles in by script; built pages carry the nonce.
        "style-src": [CSP.UNSAFE_INLINE, *vite] if vite else [CSP.SELF, CSP.NONCE],
        "img-src": [CSP.SELF, "data:", *vite],
        "media-src": [CSP.SELF],
        "font-src": [CSP.SELF, *vite],
        "connect-src": [CSP.SELF, *vite, *(url.replace("http", "ws", 1) for url in vite)],
        "manifest-src": [CSP.SELF],
        "worker-src": [CSP.SELF],
        "base-uri": [CSP.NONE],
        "form-action": [CSP.SELF],
        "frame-ancestors": [CSP.NONE],
    }


def desk(vite_server: str) -> Policy:
    """Return what the desk's theme needs, and nothing else may."""
    vite = [vite_server] if vite_server else []
    return reader_pages(vite_server) | {
        "script-src": [CSP.SELF, CSP.UNSAFE_EVAL],
        "style-src": [CSP.SELF, CSP.UNSAFE_INLINE, *vite],
        "img-src": [CSP.SELF, "data:", "blob:"],
        "frame-src": [CSP.SELF],
        "frame-ancestors": [CSP.SELF],
    }


def api_docs(vite_server: str) -> Policy:
    """Return what the page needs that shows the API to developers."""
    return reader_pages(vite_server) | {
        "script-src": [CSP.SELF],
        "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    }
