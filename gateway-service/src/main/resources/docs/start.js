// Shows the documents that /docs/config lists; the token typed into "Authorize" stays in this page.
window.ui = SwaggerUIBundle({
  configUrl: "/docs/config",
  dom_id: "#api",
  deepLinking: true,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
});
