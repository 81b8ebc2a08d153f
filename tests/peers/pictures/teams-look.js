// How Teams looks, as far as it matters here: sizes, colours, and how many buttons stand in a row.

import { HostConfig } from "adaptivecards";

const COLOURS = {
  light: { ink: "#242424", faint: "#616161", accent: "#5b5fc7", wrong: "#b10e1c", right: "#107c10", ground: "#ffffff", box: "#f0f0f0", rule: "#d1d1d1" },
  dark: { ink: "#ffffff", faint: "#adadad", accent: "#9299f7", wrong: "#f1707b", right: "#92c353", ground: "#292929", box: "#1f1f1f", rule: "#525252" },
};

const font = (fontFamily) => ({
  fontFamily,
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
});

const inks = ({ ink, faint, accent, wrong, right }) =>
  Object.fromEntries(
    Object.entries({ default: ink, dark: ink, light: faint, accent, good: right, warning: ink, attention: wrong }).map(
      ([name, colour]) => [name, { default: colour, subtle: name === "default" ? faint : colour }],
    ),
  );

export function hostConfig(theme) {
  const colours = COLOURS[theme];
  const foregroundColors = inks(colours);
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors });
  return new HostConfig({
    fontTypes: {
      default: font("Segoe UI, Liberation Sans, DejaVu Sans, Arial, sans-serif"),
      monospace: font("Consolas, Liberation Mono, monospace"),
    },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: colours.rule },
    containerStyles: { default: style(colours.ground), emphasis: style(colours.box) },
    actions: {
      maxActions: 6, buttonSpacing: 8, spacing: "default", actionsOrientation: "horizontal", actionAlignment: "left",
      showCard: { actionMode: "inline" },
    },
    inputs: { label: { requiredInputs: { weight: "bolder" }, optionalInputs: { weight: "bolder" }, inputSpacing: "small" } },
  });
}
