// An input block as Slack draws it: slack-blocks-to-jsx takes every input for a text of several lines, and shows
// neither what is chosen at first nor what is written.

function shownOf(element, users) {
  const written = element.initial_value ?? element.initial_option?.text.text;
  const person = users.find((user) => user.id === element.initial_user)?.name ?? element.initial_user;
  return written || person || "";
}

function Field({ element, name, users }) {
  const shown = shownOf(element, users);
  const waits = element.placeholder?.text ?? "";
  if (element.type === "plain_text_input") {
    const common = { "aria-label": name, defaultValue: shown, placeholder: waits };
    return element.multiline ? <textarea {...common} rows="4" /> : <input {...common} />;
  }
  if (element.type === "static_select" || element.type === "users_select") {
    return (
      <div aria-label={name} className="menu" role="combobox">
        {shown || <span className="waits">{waits || "Select an option"}</span>}
      </div>
    );
  }
  return null;
}

export function Input({ block, users = [] }) {
  return (
    <div className="input">
      <div className="label">
        {block.label.text} {block.optional && <span className="optional">(optional)</span>}
      </div>
      <Field element={block.element} name={block.label.text} users={users} />
      {block.hint && <div className="hint">{block.hint.text}</div>}
    </div>
  );
}
