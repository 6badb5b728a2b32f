"""The form to sign the guest book."""

from django import forms

from guestbook.models import Entry


class EntryForm(forms.ModelForm):
    """A name and a message."""

    class Meta:
        model = Entry
        fields = ["name", "message"]
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "message": forms.Textarea(attrs={"rows": 3}),
        }
