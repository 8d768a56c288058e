package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"shop.example/signup/vouchsafe"
)

// human lets requests through that have a good verdict for this action, which next may take for granted.
func human(verifier *vouchsafe.Verifier, action string, next http.HandlerFunc) http.HandlerFunc {
	return func(response http.ResponseWriter, request *http.Request) {
		request.Body = http.MaxBytesReader(response, request.Body, 65_536)
		if _, err := verifier.Verify(request.PostFormValue("vouchsafe-token"), action); err != nil {
			response.Header().Set("Vouchsafe-Reason", err.Error())
			http.Error(response, "This request needs a valid verdict: "+err.Error(), http.StatusForbidden)
			return
		}
		next(response, request)
	}
}

func signUp(response http.ResponseWriter, request *http.Request) {
	response.Header().Set("Content-Type", "application/json")
	json.NewEncoder(response).Encode(map[string]string{"welcome": request.PostFormValue("email")})
}

func main() {
	verifier := vouchsafe.New(vouchsafe.Settings{
		Server:  os.Getenv("VOUCHSAFE_URL"),
		SiteKey: os.Getenv("VOUCHSAFE_KEY"),
		Origin:  os.Getenv("SITE_ORIGIN"),
		JWKS:    os.Getenv("VOUCHSAFE_JWKS"),
		Once:    &vouchsafe.Memory{},
	})
	http.HandleFunc("/sign-up", human(verifier, "sign-up", signUp))
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
