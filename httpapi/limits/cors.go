package limits

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
)

// Open says whether a route is reading that is for everybody. It goes by the route that was found, not by what a URL looks
// like.
func Open(route string) bool {
	switch {
	case strings.HasPrefix(route, "/api/v1/operator"), strings.HasPrefix(route, "/api/v1/session"):
		return false
	}
	return strings.HasPrefix(route, "/api/v1/") || strings.HasPrefix(route, "/tile/") || route == "/checkpoint" || route == "/openapi.json"
}

// Share lets pages of every site read what is for everybody, without anything that says who the visitor is. What is for
// operators is not shared with any.
func Share(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		method := c.Request().Method
		if !Open(c.Path()) || (method != http.MethodGet && method != http.MethodOptions) {
			return next(c)
		}
		h := c.Response().Header()
		h.Set(echo.HeaderAccessControlAllowOrigin, "*")
		h.Set(echo.HeaderAccessControlExposeHeaders, "ETag, Retry-After, X-Request-Id")
		if method == http.MethodGet {
			return next(c)
		}
		h.Set(echo.HeaderAllow, "OPTIONS, GET")
		h.Set(echo.HeaderAccessControlAllowMethods, http.MethodGet)
		h.Set(echo.HeaderAccessControlAllowHeaders, "If-None-Match, Last-Event-ID, X-Request-Id")
		h.Set(echo.HeaderAccessControlMaxAge, "86400")
		return c.NoContent(http.StatusNoContent)
	}
}
